"""A signal with priorities: weak bound methods and strong functions side by side."""
import gc
import weakref
class Signal:
    def __init__(self):
        self._subs = []
        self._n = 0
    def connect(self, fn, priority=0, weak=None):
        self._n += 1
        bound = hasattr(fn, '__self__')
        if weak is None: weak = bound
        target = (weakref.WeakMethod if bound else weakref.ref)(fn, self._prune) if weak else (lambda: fn)
        self._subs.append((-priority, self._n, target))
        self._subs.sort(key=lambda s: (s[0], s[1]))
        return fn
    def _prune(self, dead):
        before = len(self._subs)
        self._subs = [s for s in self._subs if s[2] is not dead]
        print('pruned', before - len(self._subs))
    def emit(self, value):
        results = []
        for _, _, target in list(self._subs):
            fn = target()
            if fn is None: continue
            try: r = fn(value)
            except Exception as e: r = f'{type(e).__name__}({e})'
            results.append(r)
            if r is StopIteration: break
        return results
    def __len__(self): return len(self._subs)

changed = Signal()
class View:
    def __init__(self, k): self.k = k
    def on_change(self, v): return self.k * v
    def stop(self, v): return StopIteration if v > 100 else 'go'
    def __del__(self): print('view', self.k, 'closed; signal has', len(changed))

@changed.connect
def plain(v): return 'plain %s'.replace('%s', str(v))
a, b = View(2), View(3)
changed.connect(a.on_change, 5); changed.connect(b.on_change); changed.connect(b.stop, priority=9)
changed.connect(lambda v: 1 // (v - 7), -1)
print(changed.emit(7), len(changed))
print(changed.emit(700))
del b
print(changed.emit(8), len(changed))
temp = changed.connect(lambda v: 'weak lambda', weak=True)
print(changed.emit(1)[-1], len(changed)); temp = None
print(len(changed), [p for p, _, _ in changed._subs])
strong = View(10)
changed.connect(strong.on_change, weak=False)
strong = None
print(changed.emit(4))
changed.owner = a
a.signal = changed
a = None
print(changed.emit(2))
kept = changed._subs
changed._subs = []
kept.clear()
changed = None
print('unreachable now')
gc.collect()
