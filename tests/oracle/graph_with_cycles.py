"""Vertices that hold each other: callbacks and deaths in a collection; searches."""
import gc
import weakref


class Vertex:
    def __init__(self, name):
        self.name = name
        self.edges = []

    def link(self, other):
        self.edges.append(other)
        return other

    def __del__(self):
        print("del", self.name, [e.name for e in self.edges])


names = "a b c d".split()
vs = {n: Vertex(n) for n in names}
for x, y in [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]:
    vs[x].link(vs[y])
refs = {n: weakref.ref(v, lambda r, n=n: print("gone", n)) for n, v in vs.items()}
d = vs["d"]
vs.clear()
print({n: r() is not None for n, r in refs.items()})
gc.collect()
print({n: r() is not None for n, r in refs.items()}, d.name)
del d
print(gc.isenabled())


def dfs(graph, start, seen=None):
    seen = [] if seen is None else seen
    if start not in seen:
        seen.append(start)
        for n in sorted(graph.get(start, ())):
            dfs(graph, n, seen)
    return seen


g = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": {"a"}}
print(dfs(g, "a"), dfs(g, "x"))
queue, order = ["a"], []
while queue:
    n = queue.pop(0)
    if n in order:
        continue
    order.append(n)
    queue += [m for m in sorted(g[n]) if m not in order]
print(order)
