"""A tiny publish/subscribe hub, as a lecturer would show it."""
import gc
import weakref
from weakref import WeakMethod, WeakSet


class Topic:
    def __init__(self, name):
        self.name = name
        self.listeners = WeakSet()
        self.handlers = []

    def attach(self, who):
        self.listeners.add(who)
        return who

    def on(self, handler):
        self.handlers.append(WeakMethod(handler, self.forget))

    def forget(self, ref):
        print("forget a handler of", self.name)
        self.handlers = [h for h in self.handlers if h is not ref]

    def fire(self, payload=None):
        for h in list(self.handlers):
            method = h()
            if method is None:
                print("  (gone)")
                continue
            method(self, payload)
        return len(self.listeners), len(self.handlers)

    def __repr__(self):
        return "<Topic {}>".replace("{}", self.name)


class Reader:
    count = 0

    def __init__(self, nick):
        Reader.count += 1
        self.nick = nick
        self.inbox = []

    def receive(self, topic, payload):
        self.inbox.append((topic.name, payload))
        print(f"  {self.nick:<6}<- {topic!r}: {payload!s:>8}")

    def __del__(self):
        Reader.count -= 1
        print("bye", self.nick, sorted(set(name for name, _ in self.inbox)))


news, sport = Topic("news"), Topic("sport")
anna = news.attach(Reader("anna"))
bert = sport.attach(news.attach(Reader("bert")))
for topic in (news, sport):
    topic.on(bert.receive)
news.on(anna.receive)
print(news.fire("hello"))
print(sport.fire(payload=42))
news.last = anna.receive
del anna
print(Reader.count, news.fire())
del news.last
print(Reader.count, len(news.listeners))
friends = [bert]
bert.friends = friends
del bert, friends
print("cycle:", Reader.count, sport.fire("still"))
gc.collect()
print("after:", Reader.count, sport.fire("nobody"), news.fire("nobody"))
