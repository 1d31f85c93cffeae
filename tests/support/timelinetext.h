#pragma once

#include "timeline/timeline.h"

#include <string>
#include <string_view>

namespace tetherscope {

/// Makes a timeline from a few lines of text: the events of a run in order, one a line, and the steps they
/// belong to. Counts are kept by the helper; what dies must be said.
///
///     create Node#1                       count 1, in flight; the n of Type#n must be the type's next
///     create Date#1 in Date[(2022, 12)]   a miss: the row of cache Date appears
///     acquire Node#1 by a                 holders as exported, `name:` may be left out: <module>.a, f@1.x,
///     release Node#1 by Node#2.next       ID.SLOT, argument, return value; no `by`: in flight
///     cache Date                          the class of the cache is defined; without: at its first row
///     acquire Date#1 by a hit Date[(2022, 12)]
///     evict Date[(2022, 12)]
///     free Node#1
///     bind a Node#1                       a name without a scope is the module's
///     bind f@1.n = 3                      a plain value; " = " before it
///     unbind a
///     link list#1.[0] Node#1
///     unlink list#1.[0]                   a weak slot, dead or not, is unlinked likewise
///     weaken ref#1.* Node#1
///     clear ref#1.*
///     item Node#1.year = 2022             `item Node#1.year` takes the value away
///     callback ref#1
///     finalize Node#1
///     resurrect Node#1
///     collect 2
///     call f@1 from 3                     `from` the line that waits
///     return                              of the innermost call
///     raise KeyError: (2022, 12)
///     unraisable ValueError: text
///     print text                          a line of output; `write text` writes a part of one
///     lookup dict#1 'key' ref#1           the found object, or None
///     dereference ref#1 None
///     counted Node#1 2
///     identity Node#1 Node#2
///     lookedat Node#1
///
/// Shorter, several events each, as the recorder puts them:
///
///     set a Node#1                        acquire (not a newborn), unbind the old, bind, release the old
///     set Node#1.next Node#2
///     new Node#1 a                        create, then set
///     del a                               unbind or unlink, release
///     kill Node#1                         unlink all it holds, clear what watches it, free; Requires: count
///     0
///
/// Steps:
///
///     narration text                      these three belong to the step that follows
///     value text
///     raised KeyError: 3
///     step del a                          ends a step: what came since the one before; its line is its
///     number step @14 del a                      … or this one end                                 the step
///     after the last statement
///
/// Step 0 is there from the start, scopes appear when they are first named, blank lines and lines that begin
/// with "# " are passed over. A line that makes no sense throws std::invalid_argument with its text.
Timeline timelineFromText(std::string_view text);

/// The graph as text, a line each for names, objects with their slots, caches with their rows, running calls:
///
///     <module>.a -> Node#1
///     Node#1 strong 1 held 1 weak 1
///       year = 2022
///       next -> Node#2
///     ref#1 strong 1 held 1
///       * ~> Node#1
///     cache Date: 0 hits, 1 misses, 0 evicted
///       (2022, 12) ~> Date#1
///     call f@1 from 3
std::string graphText(const ObjectGraph &graph, const Lexicon &lexicon);

} // namespace tetherscope
