"""gc.isenabled() answers what the scenario has asked for last."""
import gc

gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
