"""Caught exception has two holders."""
import sys

rc = sys.getrefcount

e = 1
try:
    raise ValueError
except ValueError as e:
    print(rc(e) - 1)
try:
    e
except NameError:
    print('gone')
