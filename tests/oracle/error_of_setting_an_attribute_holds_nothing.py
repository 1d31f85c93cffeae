"""Only an AttributeError of reading holds the object that was asked."""
import sys

class P:
    pass

items = []
try:
    items.x = 1
except AttributeError as e:
    print(e, sys.getrefcount(items))
try:
    del items.x
except AttributeError as e:
    print(e, sys.getrefcount(items))
p = P()
try:
    del p.x
except AttributeError as e:
    print(e, sys.getrefcount(p))
try:
    p.x
except AttributeError as e:
    print(e, sys.getrefcount(p))
