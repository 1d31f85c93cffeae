"""An exception that nothing has shown dies, and its __del__ takes no self."""
class E(Exception):
    def __del__(): pass
try:
    raise E
except E:
    pass
