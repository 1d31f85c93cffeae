def f(a, b:
    x = f"{a!r:>{b}} {" + ''' "
    → � 0x 1e 1_ @ $ ?
	return (a[
class ]:
  if x:
 y = "\N{DASH} \ud800\x
\
# é