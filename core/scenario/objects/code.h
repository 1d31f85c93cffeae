#pragma once

#include "scenario/objects/symbol.h"
#include "scenario/objects/value.h"
#include "syntax/diagnostic.h"
#include "timeline/step.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tetherscope::vm {

/// The instructions, in the manner of CPython 3.11: what each takes from the evaluation stack and when it
/// lets go of it decides when temporaries die, so it is CPython's. `a` is the instruction's argument; "pops"
/// lets go.
enum class Op : std::uint8_t {
    // values and names
    LoadConstant, ///< pushes constants[a]
    LoadLocal,    ///< pushes slot a
    StoreLocal,
    DeleteLocal,
    LoadCell, ///< pushes the content of the cell in slot a
    StoreCell,
    DeleteCell,
    LoadClassCell, ///< as LoadCell, but the class body's own names come first
    PushCell,      ///< pushes the cell itself
    LoadName,      ///< symbol a in the body's own names, then globals, then builtins
    StoreName,
    DeleteName,
    LoadGlobal,
    StoreGlobal,
    DeleteGlobal,
    // the stack itself
    Pop,
    Copy, ///< pushes the a-th from the top once more; 1 is the top
    Swap, ///< exchanges the top with the a-th from the top
    // operators
    UnaryOperation,  ///< a: ast::UnaryOperator
    BinaryOperation, ///< a: ast::BinaryOperator, + inPlace
    CompareOperation,
    IsOperation, ///< a: 1 for `is not`
    ContainsOperation,
    // attributes, items, calls
    LoadAttribute,
    StoreAttribute,
    DeleteAttribute,
    LoadMethod, ///< pops the object; pushes function and object, or an empty place and the attribute
    LoadItem,
    StoreItem,
    DeleteItem,
    BuildSlice,  ///< of the three top values
    PushNull,    ///< the empty place below a callee that is no method
    Call,        ///< a: arguments; below them function and self, or an empty place and the callee
    CallKeyword, ///< the same; a: keywordCalls, which says how many and what the last ones are called
    // displays
    BuildTuple,
    BuildList,
    BuildSet,
    BuildDict,      ///< of a pairs
    MergeFrozenSet, ///< pops a constant set and adds its members to the set below
    ListAppend,     ///< pops a value and appends it to the list a below
    SetAdd,
    DictAdd,
    FormatValue, ///< a: conversion, + withSpec
    BuildString,
    Unpack, ///< pops a sequence, pushes its a items, the first on top
    // control
    Jump,
    PopJumpIfFalse,
    PopJumpIfTrue,
    JumpIfFalseOrPop,
    JumpIfTrueOrPop,
    GetIterator,
    ForIterate, ///< pushes the next item, or pops the iterator and jumps
    Return,
    // exceptions
    Raise,          ///< a: number of values
    Reraise,        ///< pops an exception and goes on with it
    BeginCatch,     ///< puts the exception being handled so far below the new one
    MatchException, ///< pops a type; pushes whether the exception below is one
    EndCatch,       ///< pops the exception handled before and makes it the present one again
    FailAssertion,
    // definitions
    MakeFunction,  ///< of codes[a]; pops its cells and below them its defaults
    MakeClass,     ///< runs the body codes[a]; pops its cells and below them its base, if it has one
    PushClassCell, ///< in a class body: the cell "__class__"
    ImportModule,  ///< symbol a
    ImportFrom,    ///< symbol a, of the module on the stack, which stays
    // record
    ShowValue,  ///< notes the top as what a notebook would show
    HoldReturn, ///< the top is the return value from now on
    EndStep,    ///< statement a is done
    Yield,      ///< of a generator expression: pops the value and leaves it with the caller
};

constexpr std::uint32_t inPlace = 1u << 8;  ///< of BinaryOperation: an augmented assignment
constexpr std::uint32_t withSpec = 1u << 8; ///< of FormatValue: the specification is on the stack
constexpr std::uint32_t noStatement = static_cast<std::uint32_t>(-1);

struct Instruction
{
    Op op = Op::Pop;
    std::uint32_t a = 0;
};

/// What a step shows of its statement.
struct StatementInfo
{
    std::uint32_t line = 0;
    StatementKind kind = StatementKind::None;
    Symbol source; ///< the statement as written
    Symbol narration;
};

/// Instructions in [begin, end) are guarded: an exception there cuts the stack to `depth`, is pushed, and
/// goes on at `target`. The innermost stand first.
struct Guard
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t target = 0;
    std::uint32_t depth = 0;
};

/// The shape of a call with keywords.
struct KeywordCall
{
    std::uint32_t arguments = 0; ///< all together
    std::vector<Symbol> names;   ///< of the last ones
};

struct CodeSlot
{
    Symbol name;
    enum class Kind : std::uint8_t { Local, Cell, Free } kind = Kind::Local;
};

enum class CodeKind : std::uint8_t { Module, Class, Function, Comprehension, Generator };

/// One compiled body: the module, a class body, a function, lambda or comprehension. Constant once compiled.
struct Code
{
    CodeKind kind = CodeKind::Module;
    Symbol name;
    std::string qualifiedName;
    std::vector<Instruction> instructions;
    std::vector<Place> places;             ///< of each instruction
    std::vector<std::uint32_t> statements; ///< of each instruction: the statement it belongs to
    std::vector<Guard> guards;
    std::vector<Value> constants;
    std::vector<KeywordCall> keywordCalls;
    std::vector<std::unique_ptr<Code>> codes;
    std::vector<StatementInfo> statementInfos;
    std::vector<CodeSlot> slots;
    std::vector<Symbol> parameterNames;
    std::size_t freeCount = 0;    ///< of the last slots: cells that the closure brings
    std::size_t defaultCount = 0; ///< of the last parameters
    std::vector<Symbol> fields;   ///< of a class body: its annotated names, in order
    bool hasBase = false;
    bool needsClassCell = false;
    Value docstring;
};

} // namespace tetherscope::vm
