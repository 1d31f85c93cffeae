#include "analysis/nouns.h"

#include "analysis/facts.h"

#include <algorithm>
#include <span>

namespace tetherscope {

namespace {

/// Characters of a number that a sentence writes without quotes: what 64 bits give.
constexpr std::size_t longestNumber = 20;

bool isIdentifier(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               (c & 0x80) != 0;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

bool isBareWord(std::string_view text)
{
    if (text == "True" || text == "False" || text == "None")
        return true;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && digits.size() <= longestNumber &&
           std::all_of(digits.begin(), digits.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Names of two calls, or of a call and the module, are spelled alike.
bool isSpelledAsAnother(NameId name, std::span<const HolderUnit> units, const Lexicon &lexicon)
{
    const auto functionOf = [&lexicon](NameId one) {
        return lexicon.text(lexicon.scope(lexicon.name(one).scope).function);
    };
    return std::any_of(units.begin(), units.end(), [&](const HolderUnit &unit) {
        const NameId other{unit.holder.id};
        return unit.holder.kind == Holder::Name && lexicon.name(other).text == lexicon.name(name).text &&
               functionOf(other) != functionOf(name);
    });
}

/// "bus", or "bus of on" where the module has a bus too.
Phrase phraseAmong(const HolderUnit &unit, std::span<const HolderUnit> units, const Lexicon &lexicon)
{
    Phrase phrase = holderPhrase(unit.holder, lexicon);
    if (unit.holder.kind != Holder::Name)
        return phrase;
    const NameId name{unit.holder.id};
    const ScopeId scope = lexicon.name(name).scope;
    if (lexicon.scope(scope).kind == ScopeKind::Frame && isSpelledAsAnother(name, units, lexicon)) {
        append(phrase.spans, plain(" of ").spans);
        append(phrase.spans, code(shortFunctionName(scope, lexicon)).spans);
    }
    return phrase;
}

std::vector<Phrase> holderPhrases(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const std::vector<HolderUnit> units = holdersOf(object, graph, lexicon);
    std::vector<Phrase> phrases;
    phrases.reserve(units.size());
    for (const HolderUnit &unit : units)
        phrases.push_back(unit.owner == object ? plain("itself") : phraseAmong(unit, units, lexicon));
    return phrases;
}

} // namespace

std::string nameLabel(NameId name, const Lexicon &lexicon)
{
    const NameInfo &info = lexicon.name(name);
    std::string label;
    if (lexicon.scope(info.scope).kind == ScopeKind::Class)
        label = std::string(lexicon.scopeName(info.scope)) + '.';
    return label += lexicon.text(info.text);
}

std::string slotLabel(SlotId slot, const Lexicon &lexicon)
{
    const SlotInfo &info = lexicon.slot(slot);
    const std::string_view text = lexicon.text(info.text);
    std::string label = lexicon.label(info.owner);
    if (text == "*")
        return label;
    if (isIdentifier(text))
        label += '.';
    else if (!text.starts_with('['))
        label += ' ';
    return label += text;
}

std::string holderLabel(HolderRef holder, const Lexicon &lexicon)
{
    switch (holder.kind) {
    case Holder::Name:
        return nameLabel({holder.id}, lexicon);
    case Holder::Slot:
        return slotLabel({holder.id}, lexicon);
    case Holder::Argument:
        return "the argument";
    case Holder::ReturnValue:
        return "the return value";
    case Holder::InFlight:
        break;
    }
    return "the call";
}

std::string countChange(const Event &event)
{
    return decimal(event.before) + " → " + decimal(event.strong);
}

std::string shortFunctionName(ScopeId scope, const Lexicon &lexicon)
{
    const std::string_view function = lexicon.text(lexicon.scope(scope).function);
    return std::string(function.substr(function.rfind('.') + 1));
}

Phrase objectPhrase(ObjectId object, const Lexicon &lexicon)
{
    return code(lexicon.label(object));
}

Phrase namePhrase(NameId name, const Lexicon &lexicon)
{
    return code(nameLabel(name, lexicon));
}

Phrase slotPhrase(SlotId slot, const Lexicon &lexicon)
{
    return code(slotLabel(slot, lexicon));
}

Phrase holderPhrase(HolderRef holder, const Lexicon &lexicon)
{
    const bool named = holder.kind == Holder::Name || holder.kind == Holder::Slot;
    return named ? code(holderLabel(holder, lexicon)) : plain(holderLabel(holder, lexicon));
}

Phrase keyPhrase(KeyRef place, const Lexicon &lexicon)
{
    return excerpt(keyText(place, lexicon));
}

Phrase textPhrase(TextId text, const Lexicon &lexicon)
{
    return excerpt(lexicon.text(text));
}

Phrase printedPhrase(std::string_view text)
{
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    if (isBareWord(text))
        return excerpt(text);
    return excerpt('"' + std::string(text) + '"');
}

HolderList holderList(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const std::vector<Phrase> names = holderPhrases(object, graph, lexicon);
    if (names.empty())
        return {{}, 0};
    if (names.size() == 1)
        return {names[0], 1};
    if (names.size() == 2)
        return {{fillWhole(Template::ListTwo, {names[0], names[1]})}, 2};
    return {{fillWhole(Template::ListMore, {names[0], names[1], number(names.size() - 2)})}, names.size()};
}

Phrase countedHolders(ObjectId object, const ObjectGraph &graph, const Lexicon &lexicon)
{
    const std::vector<Phrase> names = holderPhrases(object, graph, lexicon);
    if (names.empty())
        return {fillWhole(Template::ListOnlyArgument, {})};
    if (names.size() == 1)
        return {fillWhole(Template::ListOneAndArgument, {names[0]})};
    if (names.size() == 2)
        return {fillWhole(Template::ListTwoAndArgument, {names[0], names[1]})};
    return {fillWhole(Template::ListMoreAndArgument, {names[0], names[1], number(names.size() - 2)})};
}

} // namespace tetherscope
