"""Who dies when, by kind of statement: each line's temporaries, and then the line's own name."""
import gc
import sys
import weakref
class V:
    def __init__(s, tag): s.tag = tag
    def __del__(s): print("-" + s.tag, end=" ")
    def __eq__(s, o): return s.tag == o.tag
    def __hash__(s): return len(s.tag)
    def __getitem__(s, k): return V(s.tag + str(k))
    def __call__(s, t): return V(s.tag + t)
    def __contains__(s, t): return t == s.tag
    def __len__(s): return len(s.tag)
    def __str__(s): return s.tag

def line(what): print("| " + what)

V("a")[0][1]; line("subscripts")
V("b")("c")("d"); line("calls")
x = V("e") if V("f") else V("g"); line("conditional")
x = V("h") in [V("i"), V("h")]; line("in")
x = "j" in V("j"); line("contains")
x = V("k") == V("k") != V("l"); line("compare")
x = not V("m"); line("not")
x = [V("n"), V("o")][-1:]; line("slice")
x = {V("p"): V("q")}[V("p")]; line("dict lookup")
x = f"{V('r')}{V('s')!s:>3}"; line(x)
x = str(V("t")) + str(V("u")); line(x)
x = len(V("vw")) + len(V("x")); line("len")
x = (V("y"), V("z"))[0].tag; line(x)
for x in V("A"), V("B"): line("body " + x.tag)
else: line("else")
x = [y.tag for y in (V("C"), V("D")) if y != V("C")]; line("comprehension")
x = {y for y in [V("E"), V("E"), V("FF")]}; line("set comprehension")
x = None; line("x gone")
x = max([V("G"), V("HH")], key=len).tag; line(x)
x = sorted([V("K"), V("J")], key=lambda v: v.tag)[0]; line("sorted")
x, y = V("L"), V("M"); x, y = y, x; line("swap")
del x, y; line("del")
assert V("N"), V("O"); line("assert")
try: raise KeyError(V("P"))
except KeyError as e: line("caught")
line("handler left")
try:
    try: V("Q").nothing
    finally: line("finally")
except AttributeError: line("attribute error")
def f(a, b=V("default")): return a
f(V("R")); line("call")
f(b=V("S"), a=V("T")).tag; line("keywords")
f = None; line("function gone")
x = [V("U")] * 3; del x[0], x[0]; line("two of three"); x.pop(); line("third")
x = [V("V")]; x += [V("W")]; x[0] = x[1]; line("overwritten"); x[:] = []; line("cleared")
x = {1: V("X")}; x[1] = V("Y"); x.setdefault(1, V("Z")); x.update({1: V("0")}); line("dict"); x = 1; line("rebound")
x = V("1"); x.me = x; r = weakref.ref(x, lambda r: line("callback")); x = None; gc.collect(); line("collected")
