#include "timelinetext.h"

#include "runbuilder.h"

#include <charconv>
#include <functional>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace tetherscope {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

[[noreturn]] void fail(std::string_view text)
{
    throw std::invalid_argument("makes no sense: " + std::string(text));
}

/// The two sides of the first separator; the second is empty where there is none.
Pair splitFirst(std::string_view text, std::string_view separator)
{
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos)
        return {text, {}};
    return {text.substr(0, at), text.substr(at + separator.size())};
}

/// The two sides of the last separator; the first is empty where there is none.
Pair splitLast(std::string_view text, std::string_view separator)
{
    const std::size_t at = text.rfind(separator);
    if (at == std::string_view::npos)
        return {{}, text};
    return {text.substr(0, at), text.substr(at + separator.size())};
}

std::uint32_t numberIn(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        fail(text);
    return number;
}

ObjectKind kindOf(std::string_view type)
{
    static const std::map<std::string_view, ObjectKind> kinds = {
        {"list", ObjectKind::List},         {"dict", ObjectKind::Dict},
        {"set", ObjectKind::Set},           {"tuple", ObjectKind::Tuple},
        {"ref", ObjectKind::WeakReference}, {"function", ObjectKind::Function},
        {"method", ObjectKind::Method},
    };
    if (type.ends_with("Error") || type.ends_with("Exception"))
        return ObjectKind::Exception;
    const auto known = kinds.find(type);
    return known == kinds.end() ? ObjectKind::Instance : known->second;
}

StatementKind statementOf(std::string_view source)
{
    static const std::map<std::string_view, StatementKind> kinds = {
        {"del", StatementKind::Delete},    {"assert", StatementKind::Assert},
        {"return", StatementKind::Return}, {"raise", StatementKind::Raise},
        {"pass", StatementKind::Pass},     {"break", StatementKind::Break},
        {"import", StatementKind::Import}, {"from", StatementKind::Import},
        {"global", StatementKind::Global}, {"def", StatementKind::Define},
        {"class", StatementKind::Class},   {"continue", StatementKind::Continue},
    };
    if (const auto known = kinds.find(splitFirst(source, " ").first); known != kinds.end())
        return known->second;
    return source.find(" = ") == std::string_view::npos ? StatementKind::Expression : StatementKind::Assign;
}

class Reader
{
public:
    Timeline read(std::string_view text);

private:
    using Command = void (Reader::*)(std::string_view);
    static const std::map<std::string_view, Command> &commands();

    void readLine(std::string_view line);

    ObjectId object(std::string_view label);
    ObjectId objectOrNone(std::string_view label) { return label == "None" ? ObjectId{} : object(label); }
    ScopeId scope(std::string_view name);
    NameId name(std::string_view text);
    SlotId slot(std::string_view text, SlotStrength strength);
    SlotId filledSlot(std::string_view text);
    CacheId cache(std::string_view name);
    EntryId entry(std::string_view text);
    HolderRef holder(std::string_view text);
    TextId text(std::string_view text) { return m_run.words().text(text); }
    ObjectId addObject(std::string_view label);

    void create(std::string_view rest);
    void acquire(std::string_view rest);
    void release(std::string_view rest);
    void evict(std::string_view rest);
    void bind(std::string_view rest);
    void link(std::string_view rest);
    void item(std::string_view rest);
    void finalize(std::string_view rest);
    void call(std::string_view rest);
    void endCall(std::string_view rest);
    void raise(std::string_view rest);
    void unraisable(std::string_view rest);
    void lookup(std::string_view rest);
    void dereference(std::string_view rest);
    void counted(std::string_view rest);
    void identity(std::string_view rest);
    void set(std::string_view rest);
    void createAndSet(std::string_view rest);
    void remove(std::string_view rest);
    void step(std::string_view rest);
    void end(std::string_view rest);

    void unbind(std::string_view rest) { m_run.unbind(name(rest)); }
    void unlink(std::string_view rest) { m_run.unlink(filledSlot(rest)); }
    void free(std::string_view rest) { m_run.record(events::free(object(rest))); }
    void weaken(std::string_view rest);
    void clear(std::string_view rest);
    void callback(std::string_view rest) { m_run.record(events::callback(object(rest))); }
    void resurrect(std::string_view rest) { m_run.record(events::resurrect(object(rest))); }
    void collect(std::string_view rest) { m_run.record(events::collect(numberIn(rest))); }
    void print(std::string_view rest) { m_run.record(events::print(text(rest))); }
    void write(std::string_view rest) { m_run.record(events::printPart(text(rest))); }
    void makeCache(std::string_view rest) { m_run.record(events::cacheMade(cache(rest))); }
    void lookedAt(std::string_view rest) { m_run.record(events::lookedAt(object(rest))); }
    void kill(std::string_view rest) { m_run.kill(object(rest)); }
    void narration(std::string_view rest) { m_step.narration = text(rest); }
    void value(std::string_view rest) { m_step.value = text(rest); }
    void raised(std::string_view rest) { m_step.raised = text(rest); }

    RunBuilder m_run;
    std::map<std::string, ObjectId, std::less<>> m_objects;
    std::map<std::string, ScopeId, std::less<>> m_scopes = {{"<module>", m_run.module()}};
    std::map<std::string, CacheId, std::less<>> m_caches;
    std::map<std::string, std::uint32_t, std::less<>> m_ordinals;
    Step m_step;
    std::uint32_t m_stepCount = 1;
};

const std::map<std::string_view, Reader::Command> &Reader::commands()
{
    static const std::map<std::string_view, Command> table = {
        {"create", &Reader::create},
        {"acquire", &Reader::acquire},
        {"release", &Reader::release},
        {"evict", &Reader::evict},
        {"free", &Reader::free},
        {"bind", &Reader::bind},
        {"unbind", &Reader::unbind},
        {"link", &Reader::link},
        {"unlink", &Reader::unlink},
        {"weaken", &Reader::weaken},
        {"clear", &Reader::clear},
        {"item", &Reader::item},
        {"callback", &Reader::callback},
        {"finalize", &Reader::finalize},
        {"resurrect", &Reader::resurrect},
        {"collect", &Reader::collect},
        {"call", &Reader::call},
        {"return", &Reader::endCall},
        {"raise", &Reader::raise},
        {"unraisable", &Reader::unraisable},
        {"print", &Reader::print},
        {"lookup", &Reader::lookup},
        {"dereference", &Reader::dereference},
        {"counted", &Reader::counted},
        {"identity", &Reader::identity},
        {"lookedat", &Reader::lookedAt},
        {"set", &Reader::set},
        {"new", &Reader::createAndSet},
        {"del", &Reader::remove},
        {"kill", &Reader::kill},
        {"narration", &Reader::narration},
        {"value", &Reader::value},
        {"raised", &Reader::raised},
        {"write", &Reader::write},
        {"cache", &Reader::makeCache},
        {"step", &Reader::step},
        {"end", &Reader::end},
    };
    return table;
}

Timeline Reader::read(std::string_view text)
{
    while (!text.empty()) {
        const auto [line, rest] = splitFirst(text, "\n");
        readLine(line);
        text = rest;
    }
    return m_run.take();
}

void Reader::readLine(std::string_view line)
{
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos || line.substr(start).starts_with("# "))
        return;
    const auto [word, rest] = splitFirst(line.substr(start), " ");
    const auto command = commands().find(word);
    if (command == commands().end())
        fail(line);
    (this->*command->second)(rest);
}

ObjectId Reader::object(std::string_view label)
{
    const auto known = m_objects.find(label);
    if (known == m_objects.end())
        fail(label);
    return known->second;
}

ObjectId Reader::addObject(std::string_view label)
{
    const auto [type, ordinal] = splitFirst(label, "#");
    if (numberIn(ordinal) != ++m_ordinals[std::string(type)])
        fail(label);
    return m_objects[std::string(label)] = m_run.words().addObject(type, kindOf(type));
}

ScopeId Reader::scope(std::string_view name)
{
    if (const auto known = m_scopes.find(name); known != m_scopes.end())
        return known->second;
    const auto [function, number] = splitFirst(name, "@");
    const ScopeKind kind = number.empty() ? ScopeKind::Class : ScopeKind::Frame;
    return m_scopes[std::string(name)] = m_run.words().addScope(name, function, kind);
}

NameId Reader::name(std::string_view text)
{
    const auto [scopeName, nameText] = splitLast(text, ".");
    return m_run.words().name(scope(scopeName.empty() ? "<module>" : scopeName), nameText);
}

SlotId Reader::slot(std::string_view text, SlotStrength strength)
{
    const auto [owner, slotText] = splitFirst(text, ".");
    return m_run.words().slot(object(owner), slotText, strength);
}

SlotId Reader::filledSlot(std::string_view text)
{
    const auto [owner, slotText] = splitFirst(text, ".");
    for (const SlotId id : m_run.graph().filledSlots(object(owner)))
        if (m_run.lexicon().slotText(id) == slotText)
            return id;
    fail(text);
}

CacheId Reader::cache(std::string_view name)
{
    if (const auto known = m_caches.find(name); known != m_caches.end())
        return known->second;
    return m_caches[std::string(name)] = m_run.words().addCache(name);
}

EntryId Reader::entry(std::string_view text)
{
    const auto [cacheName, key] = splitFirst(text, "[");
    if (!key.ends_with(']'))
        fail(text);
    return m_run.words().entry(cache(cacheName), key.substr(0, key.size() - 1));
}

HolderRef Reader::holder(std::string_view text)
{
    if (text.empty() || text == "in flight")
        return HolderRef::inFlight();
    if (text == "argument")
        return HolderRef::argument();
    if (text == "return value")
        return HolderRef::returnValue();
    if (text.starts_with("name:"))
        return HolderRef::name(name(text.substr(5)));
    if (text.find('#') != std::string_view::npos)
        return HolderRef::slot(slot(text, SlotStrength::Strong));
    return HolderRef::name(name(text));
}

void Reader::create(std::string_view rest)
{
    const auto [label, row] = splitFirst(rest, " in ");
    const ObjectId id = addObject(label);
    m_run.record(events::create(id, row.empty() ? EntryId{} : entry(row)));
}

void Reader::acquire(std::string_view rest)
{
    const auto [left, row] = splitFirst(rest, " hit ");
    const auto [label, holderText] = splitFirst(left, " by ");
    m_run.acquire(object(label), holder(holderText), row.empty() ? EntryId{} : entry(row));
}

void Reader::release(std::string_view rest)
{
    const auto [label, holderText] = splitFirst(rest, " by ");
    m_run.release(object(label), holder(holderText));
}

void Reader::evict(std::string_view rest)
{
    const EntryId row = entry(rest);
    m_run.record(events::evict(row, m_run.graph().entry(row).object));
}

void Reader::bind(std::string_view rest)
{
    if (const auto [target, value] = splitFirst(rest, " = "); !value.empty()) {
        m_run.record(events::bindValue(name(target), text(value)));
        return;
    }
    const auto [target, label] = splitLast(rest, " ");
    m_run.bind(name(target), object(label));
}

void Reader::link(std::string_view rest)
{
    const auto [place, label] = splitLast(rest, " ");
    m_run.record(events::link(slot(place, SlotStrength::Strong), object(label)));
}

void Reader::weaken(std::string_view rest)
{
    const auto [place, label] = splitLast(rest, " ");
    m_run.record(events::weaken(slot(place, SlotStrength::Weak), object(label)));
}

void Reader::clear(std::string_view rest)
{
    const SlotId id = slot(rest, SlotStrength::Weak);
    m_run.record(events::clear(id, m_run.graph().slot(id).object));
}

void Reader::item(std::string_view rest)
{
    const auto [place, value] = splitFirst(rest, " = ");
    m_run.setValue(slot(place, SlotStrength::Strong), text(value));
}

void Reader::finalize(std::string_view rest)
{
    const std::uint32_t strong = m_run.graph().object(object(rest)).strong;
    m_run.record(events::finalize(object(rest), strong, strong == 0 ? 1 : strong));
}

void Reader::call(std::string_view rest)
{
    const auto [name, line] = splitFirst(rest, " from ");
    m_run.record(events::call(scope(name), line.empty() ? 0 : numberIn(line)));
}

void Reader::endCall(std::string_view rest)
{
    if (m_run.graph().frames().empty())
        fail(rest);
    const Frame frame = m_run.graph().frames().back();
    m_run.record(events::returned(frame.scope, frame.callerLine));
}

void Reader::raise(std::string_view rest)
{
    const auto [type, message] = splitFirst(rest, ": ");
    m_run.record(events::raise(text(type), text(message)));
}

void Reader::unraisable(std::string_view rest)
{
    const auto [type, message] = splitFirst(rest, ": ");
    m_run.record(events::unraisable(text(type), text(message)));
}

void Reader::lookup(std::string_view rest)
{
    const auto [dict, question] = splitFirst(rest, " ");
    const auto [key, found] = splitLast(question, " ");
    m_run.record(events::lookup(object(dict), text(key), objectOrNone(found)));
}

void Reader::dereference(std::string_view rest)
{
    const auto [ref, found] = splitFirst(rest, " ");
    m_run.record(events::dereference(object(ref), objectOrNone(found)));
}

void Reader::counted(std::string_view rest)
{
    const auto [label, answer] = splitFirst(rest, " ");
    m_run.record(events::counted(object(label), numberIn(answer)));
}

void Reader::identity(std::string_view rest)
{
    const auto [left, right] = splitFirst(rest, " ");
    m_run.record(events::identity(object(left), object(right), left == right));
}

void Reader::set(std::string_view rest)
{
    const auto [target, label] = splitLast(rest, " ");
    if (target.find('#') == std::string_view::npos)
        m_run.set(name(target), object(label));
    else
        m_run.set(slot(target, SlotStrength::Strong), object(label));
}

void Reader::createAndSet(std::string_view rest)
{
    const auto [label, target] = splitFirst(rest, " ");
    create(label);
    m_run.set(name(target), object(label));
}

void Reader::remove(std::string_view rest)
{
    if (rest.find('#') == std::string_view::npos)
        m_run.remove(name(rest));
    else
        m_run.remove(filledSlot(rest));
}

void Reader::step(std::string_view rest)
{
    m_step.line = m_stepCount;
    if (rest.starts_with('@')) {
        const auto [line, source] = splitFirst(rest.substr(1), " ");
        m_step.line = numberIn(line);
        rest = source;
    }
    m_step.kind = statementOf(rest);
    m_step.source = text(rest);
    end(rest);
}

void Reader::end(std::string_view)
{
    const std::vector<Frame> &frames = m_run.graph().frames();
    m_step.scope = frames.empty() ? m_run.module() : frames.back().scope;
    m_step.depth = static_cast<std::uint32_t>(frames.size());
    m_run.endStep(std::exchange(m_step, {}));
    ++m_stepCount;
}

} // namespace

Timeline timelineFromText(std::string_view text)
{
    return Reader().read(text);
}

} // namespace tetherscope
