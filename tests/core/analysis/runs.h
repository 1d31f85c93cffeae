#pragma once

#include <string_view>

namespace tetherscope::runs {

// Runs as the interpreter records them, in the text of timelinetext.h.

inline constexpr std::string_view refcounts = R"(
step import sys
step import weakref
step class MyObject:
create MyObject#1
bind o MyObject#1
step o = MyObject()
acquire MyObject#1 by argument
counted MyObject#1 2
release MyObject#1 by argument
print reference count <__main__.MyObject object at 0x7f0000000010> : 1
step print(f"reference count {o} : {sys.getrefcount(o)-1}")
set o_bis MyObject#1
step o_bis = o
acquire MyObject#1 by argument
counted MyObject#1 3
release MyObject#1 by argument
print reference count <__main__.MyObject object at 0x7f0000000010> : 2
step print(f"reference count {o} : {sys.getrefcount(o)-1}")
create ref#1
weaken ref#1.* MyObject#1
bind o_ref ref#1
step o_ref = weakref.ref(o)
lookedat ref#1
value <weakref at 0x7f0000000020; to 'MyObject' at 0x7f0000000010>
step o_ref
dereference ref#1 MyObject#1
set o_ter MyObject#1
step o_ter = o_ref()
acquire MyObject#1 by argument
counted MyObject#1 4
release MyObject#1 by argument
print reference count <__main__.MyObject object at 0x7f0000000010> : 3
step print(f"reference count {o} : {sys.getrefcount(o)-1}")
)";

inline constexpr std::string_view dateClass = R"(
step import weakref
create dict#1
bind Date._cache dict#1
step class Date:
)";

inline constexpr std::string_view dateMade = R"(
call Date.__new__@1 from 26
bind Date.__new__@1.year = 2022
bind Date.__new__@1.month = 12
bind Date.__new__@1.day = 3
lookup dict#1 (2022, 12, 3) None
bind Date.__new__@1.selfref = None
step selfref = Date._cache.get((year,month,day))
create Date#1
bind Date.__new__@1.self Date#1
step self = super().__new__(cls)
item Date#1.year = 2022
step self.year = year
item Date#1.month = 12
step self.month = month
item Date#1.day = 3
step self.day = day
create ref#1
weaken ref#1.* Date#1
link dict#1.[(2022, 12, 3)] ref#1
step Date._cache[year,month,day] = weakref.ref(self)
acquire Date#1 by return value
step return self
return
unbind Date.__new__@1.year
unbind Date.__new__@1.month
unbind Date.__new__@1.day
unbind Date.__new__@1.selfref
del Date.__new__@1.self
call Date.__init__@2 from 26
acquire Date#1 by Date.__init__@2.self
bind Date.__init__@2.self Date#1
bind Date.__init__@2.year = 2022
bind Date.__init__@2.month = 12
bind Date.__init__@2.day = 3
step pass
return
del Date.__init__@2.self
unbind Date.__init__@2.year
unbind Date.__init__@2.month
unbind Date.__init__@2.day
bind a Date#1
step a = Date(2022, 12,3)
)";

inline constexpr std::string_view dateCounted = R"(
acquire Date#1 by argument
counted Date#1 2
release Date#1 by argument
print reference count <__main__.Date object at 0x7f0000000010> : 1
step print(f"reference count {a} : {sys.getrefcount(a)-1}")
)";

inline constexpr std::string_view dateShared = R"(
set b Date#1
step b = a
lookedat dict#1
value {(2022, 12, 3): <weakref at 0x7f0000000020; to 'Date' at 0x7f0000000010>}
step Date._cache
identity Date#1 Date#1
value True
step a is b
del b
step del b
)";

inline constexpr std::string_view dateDies = R"(
unbind a
release Date#1 by a
finalize Date#1
call Date.__del__@3 from 40
acquire Date#1 by Date.__del__@3.self
bind Date.__del__@3.self Date#1
print <__main__.Date object at 0x7f0000000010> delete
step print(f"{self} delete")
unlink dict#1.[(2022, 12, 3)]
release ref#1 by dict#1.[(2022, 12, 3)]
unlink ref#1.*
free ref#1
step del Date._cache[self.year,self.month,self.day]
return
unbind Date.__del__@3.self
release Date#1 by Date.__del__@3.self
release Date#1
free Date#1
step del a
lookedat dict#1
value {}
step Date._cache
)";

inline constexpr std::string_view weakCache = R"(
step from tetherscope import weak_cached
cache Date
step class Date:
create Date#1 in Date[(2022, 12, 3)]
item Date#1.year = 2022
bind a Date#1
step a = Date(2022, 12, 3)
create Date#2 in Date[(2024, 2, 29)]
bind other Date#2
step other = Date(2024, 2, 29)
acquire Date#1 by b hit Date[(2022, 12, 3)]
bind b Date#1
step b = Date(2022, 12, 3)
identity Date#1 Date#1
print True
step print(a is b)
del a
step del a
unbind b
release Date#1 by b
evict Date[(2022, 12, 3)]
free Date#1
step del b
create Date#3 in Date[(2022, 12, 3)]
bind c Date#3
step c = Date(2022, 12, 3)
)";

/// The notebook's class again, but with a cycle: the collector's __del__ takes the new object's row away.
inline constexpr std::string_view staleEviction = R"(
create Date#1
create ref#1
weaken ref#1.* Date#1
link dict#1.[(2022, 12, 3)] ref#1
bind old Date#1
step old = Date(2022, 12, 3)
acquire Date#1 by Date#1.me
link Date#1.me Date#1
step old.me = old
unlink dict#1.[(2022, 12, 3)]
release ref#1 by dict#1.[(2022, 12, 3)]
unlink ref#1.*
free ref#1
step Date._cache.clear()
del old
step del old
call Date.__new__@3 from 9
create Date#2
bind Date.__new__@3.self Date#2
step self = super().__new__(cls)
create ref#2
weaken ref#2.* Date#2
link dict#1.[(2022, 12, 3)] ref#2
step Date._cache[year,month,day] = weakref.ref(self)
acquire Date#2 by return value
return
del Date.__new__@3.self
bind new Date#2
step new = Date(2022, 12, 3)
collect 1
finalize Date#1
call Date.__del__@5 from 10
set Date.__del__@5.self Date#1
print <__main__.Date object at 0x7f0000000010> delete
step print(f"{self} delete")
unlink dict#1.[(2022, 12, 3)]
release ref#2 by dict#1.[(2022, 12, 3)]
unlink ref#2.*
free ref#2
step del Date._cache[self.year,self.month,self.day]
return
del Date.__del__@5.self
unlink Date#1.me
release Date#1 by Date#1.me
free Date#1
step gc.collect()
call Date.__new__@6 from 11
create Date#3
bind Date.__new__@6.self Date#3
step self = super().__new__(cls)
create ref#3
weaken ref#3.* Date#3
link dict#1.[(2022, 12, 3)] ref#3
step Date._cache[year,month,day] = weakref.ref(self)
acquire Date#3 by return value
return
del Date.__new__@6.self
bind twin Date#3
step twin = Date(2022, 12, 3)
identity Date#2 Date#3
step assert new is not twin
)";

} // namespace tetherscope::runs
