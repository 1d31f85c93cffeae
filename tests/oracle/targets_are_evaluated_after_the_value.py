"""Targets are evaluated after the value."""

def k(n):
    print(n, end=' ')
    return {}
k('o1')[str(k('i1'))] = k('o2')['i'] = k('v')
