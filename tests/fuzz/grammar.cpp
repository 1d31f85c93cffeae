#include "grammar.h"

#include <span>
#include <string_view>

// A template is Python with places to fill: `$` and the letter of a rule. A rule is a list of templates, of
// which each is as likely as the others; when a text has become deep, the first few stand for all, and these
// have no places of their own kind. Weights are written by saying a thing twice.
namespace tetherscope {

namespace {

using Templates = std::span<const char *const>;

struct Rule
{
    char letter;
    std::size_t plain; ///< so many at the front end the text
    Templates templates;
};

constexpr const char *statements[] = {
    "$n = $e",
    "$n = None",
    "$n = $c()",
    "del $n",
    "$n.$a = $n",
    "print($n)",
    "gc.collect()",
    "pass",
    "return $n",
    "break",
    "continue",
    "raise",
    "$e",
    "$m",
    "$n = $m",
    "$n = $w",
    "$t = $e",
    "$t = $t = $e",
    "$n, $n = $n, $n",
    "[$n, $n.$a] = $e",
    "$n.$a = $e",
    "$n.$a = $n.$a",
    "$n[$k] = $e",
    "$n[$k], $n.$a = $e, $e",
    "$n[$k:$k] = $e",
    "$n[$k:$k:$k] = [$e, $e]",
    "$n += $e",
    "$n.$a += $e",
    "$n[$k] += $e",
    "$n $o= $k",
    "del $n.$a",
    "del $n[$k]",
    "del $n[$k:$k]",
    "del $n, $n",
    "print($e, $e, sep=$k, end='')",
    "print(sys.getrefcount($n))",
    "assert $e",
    "assert $e, $e",
    "raise $x($e)",
    "raise $x($e) from $n",
    "return $e",
    "global $n",
    "import gc, sys, weakref",
    "from weakref import ref, proxy, finalize, WeakSet",
    "if $e:\n    $s\nelif $e:\n    $s\nelse:\n    $s",
    "if $e:\n    $s",
    "while $e:\n    $s\n    break",
    "while $n:\n    $n -= 1\n    $s\nelse:\n    $s",
    "for $t in $e:\n    $s\n    $s",
    "for $n in range($k):\n    $s\nelse:\n    $s",
    "for $n, $n in enumerate($e):\n    $s",
    "for $n in $n:\n    $n.pop()\n    $s",
    "for $n in $e:\n    continue",
    "try:\n    $s\n    $s\nexcept Exception as $n:\n    $s",
    "try:\n    $s\nexcept $x:\n    $s\nelse:\n    $s\nfinally:\n    $s",
    "try:\n    $s\nexcept ($x, $x) as $n:\n    raise\nfinally:\n    $s",
    "try:\n    $s\nfinally:\n    $s",
    "def $f($n, $q=$e):\n    $s\n    $s\n    return $e",
    "def $f():\n    $n = $e\n    def f():\n        nonlocal $n\n        $s\n        return $n\n    return f",
    "def $f($n):\n    global $q\n    $s",
    "class $c:\n    def __init__(self, $q=$e):\n        self.$a = $q\n    def __del__(self):\n        $s",
    "class $c:\n    $n = $e\n    def $d",
    "class $c($c):\n    def $d\n    def $d",
    "class $c($c):\n    $s\n    def $f(self, $n=None):\n        $s\n        return super().$f()",
    "class $c($x):\n    pass",
    "class $c:\n    @staticmethod\n    def $f($n=0): return $e\n    @classmethod\n    def g(cls): return "
    "cls()",
    "@weak_cached\nclass $c:\n    year: int\n    month: int = $k\n    def $d",
    "weakref.finalize($n, $v, $e)",
    "$n = $n.__init__ = $v",
};

constexpr const char *expressions[] = {
    "$n",
    "$n",
    "$k",
    "$n.$a",
    "$c()",
    "[]",
    "{}",
    "$n()",
    "$c($e)",
    "$f($e, $e)",
    "$f($e, $q=$e)",
    "[$e, $e]",
    "($e, $e)",
    "($e,)",
    "{$k: $e, $e: $e}",
    "{$e, $e}",
    "set()",
    "$n[$k]",
    "$n[$k:$k]",
    "$n[$k:$k:$k]",
    "$n[$k, $e]",
    "$e.$a.$a",
    "$e is $e",
    "$e is not None",
    "$e == $e",
    "$e < $e <= $e",
    "$e in $e",
    "$e not in $e",
    "not $e",
    "-$e",
    "~$k",
    "($e $o $e)",
    "$k $o $k",
    "($e or $e and $e)",
    "($e if $e else $e)",
    "(lambda: $e)",
    "(lambda $n, $q=$e: $e)($e)",
    "[$e for $n in $e]",
    "[$e for $n in $e if $e for $q in $e]",
    "{$n: $e for $n in $e}",
    "{$e for $n, $q in $e}",
    "any($e for $n in $e)",
    "sum($n for $n in range($k))",
    "f'{$n}{$n!r:>5}'",
    "f'{$n:>5} {{}} {$n.$a!s:.3}'",
    "f'{$n:{$n}}'",
    "$b($e)",
    "$b($e, $e)",
    "$m",
    "$w",
    "isinstance($e, $c)",
    "getattr($n, '$a', $e)",
    "type($n)($e)",
};

constexpr const char *methods[] = {
    "$n.append($e)",
    "$n.pop()",
    "$n.pop($k, $e)",
    "$n.extend($e)",
    "$n.insert($k, $e)",
    "$n.remove($e)",
    "$n.clear()",
    "$n.sort()",
    "$n.sort(key=$v, reverse=$e)",
    "$n.reverse()",
    "$n.copy()",
    "$n.index($e)",
    "$n.count($e)",
    "$n.get($k, $e)",
    "$n.setdefault($k, $e)",
    "$n.update($e)",
    "$n.keys()",
    "$n.values()",
    "$n.items()",
    "$n.popitem()",
    "$n.add($e)",
    "$n.discard($e)",
    "$n.union($e)",
    "$n.difference_update($e)",
    "$n.join($e)",
    "$k.join([str($e)])",
    "str($e).split($k)",
    "str($e).replace($k, $k)",
    "str($e).upper().find($k)",
    "'{} {!r}'.format($e, $e)",
    "$n.$f($e)",
    "$n.__del__()",
    "$n.__repr__()",
    "$c.$f($n)",
    "setattr($n, '$a', $e)",
    "delattr($n, '$a')",
    "next($n)",
    "next(iter($e))",
    "iter($n)",
    "$n.__class__($e)",
};

constexpr const char *weak[] = {
    "weakref.ref($n)",
    "weakref.ref($n, $v)",
    "weakref.ref($c())",
    "weakref.proxy($n)",
    "weakref.proxy($n, $v)",
    "weakref.WeakMethod($n.$f)",
    "weakref.WeakMethod($c().__init__, $v)",
    "weakref.WeakValueDictionary()",
    "weakref.WeakValueDictionary({$k: $n})",
    "weakref.WeakKeyDictionary()",
    "weakref.WeakKeyDictionary({$n: $e})",
    "weakref.WeakSet([$n, $n])",
    "weakref.WeakSet()",
    "weakref.finalize($n, $v)",
    "weakref.getweakrefs($n)",
    "weakref.getweakrefcount($n)",
    "$n.peek()",
    "$n.detach()",
    "$n.alive",
    "gc.collect()",
};

constexpr const char *callables[] = {"print",         "$f",         "$n.append",    "$n.$a", "$c",
                                     "lambda $n: $e", "lambda: $e", "lambda $n: $m"};
constexpr const char *targets[] = {"$n", "$n.$a", "$n[$k]", "$n, $q", "($n, [$q, $n.$a])"};
constexpr const char *constants[] = {"0",      "1",     "2",    "-1",  "7",       "9223372036854775807",
                                     "1.5",    "None",  "True", "'a'", "'é→\\n'", "''",
                                     "(1, 2)", "1e300", "-3",   "0.1", "100",     "'>8'",
                                     "'{'"};
constexpr const char *builtins[] = {"len",  "repr",     "str",   "int",     "list",     "tuple", "set",
                                    "dict", "sorted",   "min",   "max",     "sum",      "any",   "all",
                                    "abs",  "round",    "bool",  "hash",    "reversed", "zip",   "enumerate",
                                    "iter", "callable", "type",  "hasattr", "float",    "range", "issubclass",
                                    "id",   "next",     "object"};
constexpr const char *definitions[] = {
    "__del__(self):\n        $s",
    "__eq__(self, other): return $e",
    "__hash__(self): return $k",
    "__repr__(self): return $e",
    "__str__(self): return f'{self.$a}'",
    "__len__(self): return $k",
    "__getitem__(self, $n): return $e",
    "__contains__(self, $n): return $e",
    "__call__(self, $n=None):\n        $s\n        return $e",
    "__new__(cls, $n=None): return super().__new__(cls)",
    "__init__(self, $q=0): self.$a = $e",
    "$f(self, $n=$k): return self",
};
constexpr const char *names[] = {"a", "b", "c", "d", "x", "y", "n", "self"};
constexpr const char *others[] = {"p", "q", "r"}; // never twice beside a name
constexpr const char *attributes[] = {"a",         "b",    "next",     "me",      "items",
                                      "__class__", "args", "__dict__", "__name__"};
constexpr const char *classes[] = {"A", "B", "C", "Node", "Date"};
constexpr const char *functions[] = {"f", "g", "h"};
constexpr const char *exceptions[] = {"Exception",     "ValueError",     "KeyError",       "AttributeError",
                                      "StopIteration", "RecursionError", "ReferenceError", "A"};
constexpr const char *operators[] = {"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"};

constexpr Rule rules[] = {
    {'s', 13, statements}, {'e', 8, expressions}, {'m', 2, methods},    {'w', 3, weak},
    {'v', 4, callables},   {'t', 3, targets},     {'k', 19, constants}, {'b', 31, builtins},
    {'d', 6, definitions}, {'n', 8, names},       {'q', 3, others},     {'a', 9, attributes},
    {'c', 5, classes},     {'f', 3, functions},   {'x', 8, exceptions}, {'o', 12, operators},
};

constexpr int deepest = 4;

const Rule &ruleOf(char letter)
{
    for (const Rule &rule : rules) {
        if (rule.letter == letter)
            return rule;
    }
    return rules[0];
}

/// The blanks that the last line begins with.
std::string indentation(std::string_view text)
{
    const std::string_view line = text.substr(text.rfind('\n') + 1);
    return std::string(std::min(line.find_first_not_of(' '), line.size()), ' ');
}

/// Appends a part; its further lines stand where the text's last line stands.
void appendPart(std::string &text, std::string_view part)
{
    const std::string indent = '\n' + indentation(text);
    for (const char byte : part) {
        if (byte == '\n')
            text += indent;
        else
            text += byte;
    }
}

std::string expanded(char letter, int depth, Chance &chance)
{
    const Rule &rule = ruleOf(letter);
    const std::size_t choices = depth < deepest ? rule.templates.size() : rule.plain;
    const std::string_view pattern = rule.templates[below(choices, chance)];
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '$')
            appendPart(text, expanded(pattern[++at], depth + 1, chance));
        else
            text += pattern[at];
    }
    return text;
}

} // namespace

std::size_t below(std::size_t end, Chance &chance)
{
    return chance() % end;
}

std::string randomStatement(Chance &chance)
{
    return expanded('s', 0, chance);
}

std::string randomExpression(Chance &chance)
{
    return expanded('e', 1, chance);
}

} // namespace tetherscope
