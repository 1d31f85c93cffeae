"""Displays and calls go left to right."""

def k(n):
    print(n, end=' ')
    return n
{k(1): k(2)}
k(3) < k(2) < k(9)
