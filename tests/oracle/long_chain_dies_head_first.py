"""A chain of thousands dies head first, whether its links are counted down with __del__ or with callbacks.

Made and let go without a statement for each link, so that few states have to be compared."""
import weakref


class Link:
    next = None


class Dying(Link):
    __del__ = lambda self: out.append(self.i)


def link(nodes):
    joined = [setattr(node, "next", nodes[i]) or setattr(node, "i", i + 1) for i, node in enumerate(nodes[1:])]
    nodes[0].i = 0
    return nodes.pop()


out = []
head = link([Dying() for i in range(9999)])
print(head.i, head.next.next.i)
head = None
print(out[0], out[-1], len(out), out == list(range(9998, -1, -1)))

out = []
nodes = [Link() for i in range(9999)]
watches = [weakref.ref(node, out.append) for node in nodes]
head = link(nodes)
del nodes
head = None
print(len(out), out == watches[::-1], out[0] is watches[-1])

watches = None

# Step by step, where each state is compared.
class Told(Link):
    def __del__(self):
        out.append(self.i)


out = []
head = link([Told() for i in range(40)])
head = None
print(out)
