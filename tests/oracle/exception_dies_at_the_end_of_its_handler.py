"""Exception dies at the end of its handler."""

class E(Exception):
    def __del__(s):
        print('E dies')
for i in (1, 2):
    try:
        raise E
    except E:
        continue
print('next')
