#include "syntax/scopeanalysis.h"

#include "syntax/scopecollector.h"

#include <algorithm>
#include <unordered_set>

namespace tetherscope {

namespace {

using scoping::Declaration;
using scoping::Draft;
using scoping::Symbol;

constexpr std::string_view classCell = "__class__";

bool bindsVariable(const Symbol &symbol)
{
    return symbol.bound && symbol.declaration == Declaration::None;
}

bool isEarlierThan(Place left, Place right)
{
    return left.line != right.line ? left.line < right.line : left.column < right.column;
}

std::string wordOf(Declaration declaration)
{
    return declaration == Declaration::Global ? "global" : "nonlocal";
}

/// Says where a scope's declarations contradict its code.
void checkDeclaration(const Draft &draft, const std::string &name, const Symbol &symbol,
                      std::vector<Diagnostic> &diagnostics)
{
    if (symbol.declaration == Declaration::None) {
        return;
    }
    const std::string word = wordOf(symbol.declaration);
    const std::string quoted = '`' + name + '`';
    if (draft.scope->kind == Scope::Kind::Module && symbol.declaration == Declaration::Nonlocal) {
        diagnostics.push_back(
            {symbol.declared, "`nonlocal` has no meaning outside of functions.", "Leave it out."});
    } else if (symbol.parameter) {
        diagnostics.push_back({symbol.declared, quoted + " is a parameter and cannot be " + word + " too.",
                               "Give one of the two another name."});
    } else if (symbol.firstMention.line != 0 && isEarlierThan(symbol.firstMention, symbol.declared)) {
        diagnostics.push_back({symbol.firstMention, quoted + " is used before it is declared `" + word + "`.",
                               "Move the `" + word + "` of line " + std::to_string(symbol.declared.line) +
                                   " above its first use."});
    }
}

/// Finds the outer function that binds `name`, seen from `draft`, and hands the variable down to it: the one
/// that binds it gets a cell, all between get a free variable. Whether there is one.
bool capture(Draft &draft, const std::string &name)
{
    std::vector<Draft *> between{&draft};
    for (Draft *outer = draft.outer; outer; outer = outer->outer) {
        if (outer->scope->kind == Scope::Kind::Class && name == classCell) {
            outer->scope->needsClassCell = true;
        } else if (!outer->isFunction()) {
            between.push_back(outer);
            continue;
        } else {
            const auto found = outer->symbols.find(name);
            if (found == outer->symbols.end() || !bindsVariable(found->second)) {
                if (found != outer->symbols.end() && found->second.declaration == Declaration::Global) {
                    return false;
                }
                between.push_back(outer);
                continue;
            }
            found->second.captured = true;
        }
        for (Draft *const user : between) {
            user->free.push_back(name);
        }
        return true;
    }
    return false;
}

/// How `draft`'s own code reaches the name; slots are given out later.
Storage resolve(Draft &draft, const std::string &name, const Symbol &symbol,
                std::vector<Diagnostic> &diagnostics)
{
    const bool isModule = draft.scope->kind == Scope::Kind::Module;
    if (symbol.declaration == Declaration::Global) {
        return Storage::Global;
    }
    if (isModule || (symbol.declaration == Declaration::None && symbol.bound)) {
        return draft.isFunction() ? Storage::Local : Storage::Name;
    }
    if (capture(draft, name)) {
        return Storage::Free;
    }
    if (symbol.declaration == Declaration::Nonlocal) {
        diagnostics.push_back({symbol.declared, "No function around this one has a variable `" + name + "`.",
                               "Assign it there first, or declare it `global`."});
    }
    return draft.isFunction() ? Storage::Global : Storage::Name;
}

/// The names that the code mentions (or only binds), each once, in order.
std::vector<std::string> namesInOrder(const Draft &draft)
{
    std::vector<std::string> names;
    std::unordered_set<std::string_view> seen;
    for (const std::string &name : draft.mentioned) {
        if (seen.insert(name).second) {
            names.push_back(name);
        }
    }
    std::vector<std::string> others;
    for (const auto &[name, symbol] : draft.symbols) {
        if (!seen.contains(name)) {
            others.push_back(name);
        }
    }
    std::sort(others.begin(), others.end());
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

void addSlot(Scope &scope, const std::string &name, Storage storage)
{
    scope.slots.push_back({name, storage});
}

void addSorted(Scope &scope, std::vector<std::string> names, Storage storage)
{
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string &name : names) {
        addSlot(scope, name, storage);
    }
}

void layOutSlots(Draft &draft, const std::vector<std::string> &names)
{
    Scope &scope = *draft.scope;
    std::vector<std::string> cells;
    for (const std::string &name : names) {
        const Symbol &symbol = draft.symbols.at(name);
        if (!draft.isFunction() || !bindsVariable(symbol)) {
            continue;
        }
        if (symbol.captured && !symbol.parameter) {
            cells.push_back(name);
        } else {
            addSlot(scope, name, symbol.captured ? Storage::Cell : Storage::Local);
        }
    }
    addSorted(scope, std::move(cells), Storage::Cell);
    addSorted(scope, draft.free, Storage::Free);
}

/// Tells the variables that live in slots where they are. A name of a class keeps its storage though a free
/// variable of that name may pass through the class.
void numberSlots(Scope &scope)
{
    for (std::uint32_t slot = 0; slot < scope.slots.size(); ++slot) {
        const auto found = scope.variables.find(scope.slots[slot].name);
        if (found == scope.variables.end()) {
            continue;
        }
        Variable &variable = found->second;
        if (variable.storage == Storage::Local || variable.storage == Storage::Free) {
            variable = {scope.slots[slot].storage, slot};
        }
    }
}

} // namespace

std::vector<Diagnostic> analyseScopes(ast::Module &module)
{
    std::vector<Diagnostic> diagnostics;
    const std::vector<std::unique_ptr<Draft>> drafts = scoping::collectScopes(module, diagnostics);
    std::vector<std::vector<std::string>> names;
    for (const std::unique_ptr<Draft> &draft : drafts) {
        names.push_back(namesInOrder(*draft));
        for (const std::string &name : names.back()) {
            const Symbol &symbol = draft->symbols.at(name);
            checkDeclaration(*draft, name, symbol, diagnostics);
            draft->scope->variables[name] = {resolve(*draft, name, symbol, diagnostics), 0};
        }
    }
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        layOutSlots(*drafts[i], names[i]);
        numberSlots(*drafts[i]->scope);
    }
    std::sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic &left, const Diagnostic &right) {
        return isEarlierThan(left.place, right.place);
    });
    return diagnostics;
}

} // namespace tetherscope
