#pragma once

#include "scenario/machine/interpreter.h"
#include "scenario/objects/containers.h"
#include "syntax/astexpression.h"

#include <optional>

/// Changing lists, dictionaries and sets: container first, then the record, and the old values go last.
namespace tetherscope::vm {

// ---- listoperations.cpp
bool listAppend(Interpreter &vm, ListObject &list, Value item);
bool listInsert(Interpreter &vm, ListObject &list, std::size_t at, Value item);
/// Puts `items` in the place of those in [from, to); what was there dies last first.
bool listReplace(Interpreter &vm, ListObject &list, std::size_t from, std::size_t to,
                 std::vector<Value> items);
void listSet(Interpreter &vm, ListObject &list, std::size_t at, Value item);
Value listTake(Interpreter &vm, ListObject &list, std::size_t at);
/// Removes the items at these indices, which rise.
void listRemoveAll(Interpreter &vm, ListObject &list, const std::vector<std::size_t> &indices);
/// Stores the items at these indices, which rise or fall; then what was there is let go in their order.
void listSetAll(Interpreter &vm, ListObject &list, const std::vector<std::size_t> &indices,
                std::vector<Value> items);
/// The items are the same ones in another order.
/// For `list.extend(iterable)`.
bool listExtend(Interpreter &vm, ListObject &list, const Value &iterable);
/// After a sort: what has been put into the list meanwhile goes, last first.
void listPutBack(Interpreter &vm, ListObject &list, std::vector<Value> items);
void listReorder(Interpreter &vm, ListObject &list, std::vector<Value> items);

// ---- dictionary.cpp
Value makeDict(Interpreter &vm);
/// Index of the entry, npos if there is none, nothing if an exception is pending.
std::optional<std::size_t> dictFind(Interpreter &vm, const Value &dict, const Value &key, std::int64_t hash);
/// Empty and no exception pending: not there.
Value dictGet(Interpreter &vm, const Value &dict, const Value &key);
bool dictSet(Interpreter &vm, const Value &dict, Value key, Value value);
/// The same with a hash that is known already, so that no __hash__ runs.
bool dictSetHashed(Interpreter &vm, const Value &dict, Value key, std::int64_t hash, Value value);
/// The value of the removed entry (its key has been let go); empty and no exception pending: not there.
Value dictTake(Interpreter &vm, const Value &dict, const Value &key);
/// Removes an entry that is there.
Value dictTakeAt(Interpreter &vm, const Value &dict, std::size_t index);
bool dictDelete(Interpreter &vm, const Value &dict, const Value &key);
void dictClear(Interpreter &vm, DictObject &dict);
/// Takes over every entry of another dict, or of an iterable of pairs.
bool dictUpdate(Interpreter &vm, const Value &dict, const Value &other);

// ---- setoperations.cpp
Value makeSet(Interpreter &vm, bool frozen = false);
Truth setHas(Interpreter &vm, const Value &set, const Value &key);
bool setAdd(Interpreter &vm, const Value &set, Value key);
Truth setDiscard(Interpreter &vm, const Value &set, const Value &key);
/// Takes out the member at a place of the table.
void setTakeOut(Interpreter &vm, SetObject &set, std::size_t place);
void setClear(Interpreter &vm, SetObject &set);
bool setUpdate(Interpreter &vm, const Value &set, const Value &other);
/// The hashes of the members are known in these, so that no __hash__ runs.
Truth setHasHashed(Interpreter &vm, const Value &set, const Value &key, std::int64_t hash);
bool setAddHashed(Interpreter &vm, const Value &set, Value key, std::int64_t hash);
Truth setDiscardHashed(Interpreter &vm, const Value &set, const Value &key, std::int64_t hash);

// ---- setalgebra.cpp
/// `left` is a set; `right` anything that can be iterated over.
Value setCombine(Interpreter &vm, ast::BinaryOperator op, const Value &left, const Value &right);
/// The same, and the result replaces the members of `left`.
bool setCombineInPlace(Interpreter &vm, ast::BinaryOperator op, const Value &left, const Value &right);
Truth setContainsAll(Interpreter &vm, const Value &set, const Value &of);
Truth setDisjoint(Interpreter &vm, const Value &set, const Value &other);

} // namespace tetherscope::vm
