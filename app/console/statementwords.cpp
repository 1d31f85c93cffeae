#include "console/statementwords.h"

#include "syntax/ast.h"
#include "syntax/completion.h"
#include "syntax/vocabulary.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>

namespace tetherscope {

namespace {

bool isWordPart(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
}

std::size_t wordBegin(std::string_view text)
{
    std::size_t begin = text.size();
    while (begin > 0 && isWordPart(text[begin - 1]))
        --begin;
    return begin;
}

/// "a.b" of "f(a.b." as its words; nothing if the dot does not stand behind names alone.
std::optional<std::vector<std::string>> namesBefore(std::string_view text)
{
    std::vector<std::string> names;
    while (!text.empty() && text.back() == '.') {
        text.remove_suffix(1);
        const std::size_t begin = wordBegin(text);
        if (begin == text.size())
            return std::nullopt;
        names.insert(names.begin(), std::string(text.substr(begin)));
        text = text.substr(0, begin);
    }
    return names;
}

/// What a scenario's text defines at module level.
struct Definitions
{
    struct Class
    {
        std::string base;
        std::vector<std::string> members;
    };
    std::map<std::string, Class> classes;
    std::map<std::string, std::string> modules; ///< by the name they are bound to
    std::set<std::string> names;                ///< of classes, functions and what is imported
};

std::string nameOf(const ast::Expr &expression)
{
    return expression.kind == ast::ExprKind::Name ? ast::as<ast::Name>(expression).name : std::string();
}

Definitions::Class classOf(const ast::Class &node)
{
    Definitions::Class found;
    if (!node.bases.empty())
        found.base = nameOf(*node.bases.front());
    for (const ast::StmtPtr &member : node.body) {
        if (member->kind == ast::StmtKind::Function)
            found.members.push_back(ast::as<ast::Function>(*member).name);
        else if (member->kind == ast::StmtKind::AnnotatedAssign)
            found.members.push_back(nameOf(*ast::as<ast::AnnotatedAssign>(*member).target));
        else if (member->kind == ast::StmtKind::Assign)
            found.members.push_back(nameOf(*ast::as<ast::Assign>(*member).targets.front()));
    }
    std::erase(found.members, std::string());
    return found;
}

void addDefinition(Definitions &definitions, const ast::Stmt &statement)
{
    switch (statement.kind) {
    case ast::StmtKind::Class: {
        const auto &node = ast::as<ast::Class>(statement);
        definitions.classes[node.name] = classOf(node);
        definitions.names.insert(node.name);
        return;
    }
    case ast::StmtKind::Function:
        definitions.names.insert(ast::as<ast::Function>(statement).name);
        return;
    case ast::StmtKind::Import:
        for (const ast::ImportedName &module : ast::as<ast::Import>(statement).modules) {
            definitions.modules[module.bound] = module.name;
            definitions.names.insert(module.bound);
        }
        return;
    case ast::StmtKind::ImportFrom:
        for (const ast::ImportedName &name : ast::as<ast::ImportFrom>(statement).names)
            definitions.names.insert(name.bound);
        return;
    default:
        return;
    }
}

Definitions definitionsOf(const Document &document)
{
    Definitions definitions;
    for (const ast::StmtPtr &statement : document.scenario->module().body)
        addDefinition(definitions, *statement);
    for (const std::string &text : document.appended) {
        if (const ParseResult parsed = parseScenario(text); parsed.scenario) {
            for (const ast::StmtPtr &statement : parsed.scenario->module().body)
                addDefinition(definitions, *statement);
        }
    }
    return definitions;
}

/// Looks words up at the end of a run.
class WordFinder
{
public:
    explicit WordFinder(const Document &document)
        : m_lexicon(document.timeline->lexicon())
        , m_graph(document.timeline->graphAt(document.timeline->last()))
        , m_definitions(definitionsOf(document))
    {
    }

    void addModuleNames();
    void addMembers(const std::vector<std::string> &path);
    /// Those that begin so, and are longer.
    std::vector<std::string> words(std::string_view prefix) const;
    void addAll(std::span<const std::string_view> words) { m_words.insert(words.begin(), words.end()); }

private:
    Binding bindingOf(const std::string &name) const;
    SlotId slotOf(ObjectId object, const std::string &attribute) const;
    void addClassMembers(std::string name);
    void addObjectMembers(ObjectId object);

    const Lexicon &m_lexicon;
    const ObjectGraph m_graph;
    const Definitions m_definitions;
    std::set<std::string, std::less<>> m_words;
};

Binding WordFinder::bindingOf(const std::string &name) const
{
    for (const NameId id : m_graph.boundNames()) {
        if (m_lexicon.scope(m_lexicon.name(id).scope).kind == ScopeKind::Module &&
            m_lexicon.nameText(id) == name)
            return m_graph.binding(id);
    }
    return {};
}

SlotId WordFinder::slotOf(ObjectId object, const std::string &attribute) const
{
    for (const SlotId slot : m_graph.filledSlots(object)) {
        if (m_lexicon.slotText(slot) == attribute)
            return slot;
    }
    return {};
}

void WordFinder::addModuleNames()
{
    m_words.insert(m_definitions.names.begin(), m_definitions.names.end());
    for (const NameId id : m_graph.boundNames()) {
        if (m_lexicon.scope(m_lexicon.name(id).scope).kind == ScopeKind::Module)
            m_words.emplace(m_lexicon.nameText(id));
    }
}

/// Of a class and of what it derives from; a class that derives from itself is no class.
void WordFinder::addClassMembers(std::string name)
{
    for (std::size_t depth = 0; depth <= m_definitions.classes.size(); ++depth) {
        const auto found = m_definitions.classes.find(name);
        if (found == m_definitions.classes.end())
            return;
        m_words.insert(found->second.members.begin(), found->second.members.end());
        name = found->second.base;
    }
}

void WordFinder::addObjectMembers(ObjectId object)
{
    const std::string type(m_lexicon.typeName(object));
    addAll(methodsOfType(type));
    addClassMembers(type);
    for (const SlotId slot : m_graph.filledSlots(object)) {
        const std::string_view text = m_lexicon.slotText(slot);
        if (std::all_of(text.begin(), text.end(), isWordPart))
            m_words.emplace(text);
    }
}

void WordFinder::addMembers(const std::vector<std::string> &path)
{
    const Binding binding = bindingOf(path.front());
    if (!binding.bound() && path.size() == 1) {
        const auto module = m_definitions.modules.find(path.front());
        if (module != m_definitions.modules.end())
            addAll(importableNames(module->second));
        return addClassMembers(path.front());
    }
    Binding here = binding;
    for (std::size_t index = 1; index < path.size() && here.object; ++index) {
        const SlotState state = m_graph.slot(slotOf(here.object, path[index]));
        here = {state.object, state.value};
    }
    if (here.object)
        addObjectMembers(here.object);
    else if (m_lexicon.text(here.value).starts_with('\'') || m_lexicon.text(here.value).starts_with('"'))
        addAll(methodsOfType("str"));
}

std::vector<std::string> WordFinder::words(std::string_view prefix) const
{
    std::vector<std::string> found;
    for (const std::string &word : m_words) {
        if (word.size() > prefix.size() && word.starts_with(prefix))
            found.push_back(word);
    }
    return found;
}

/// Whether the last words of the statement name what is to be imported: those are core's to know.
bool imports(std::string_view statement)
{
    const std::size_t line = statement.rfind('\n') + 1; // 0 where there is none
    const std::string_view words = statement.substr(line);
    return words.starts_with("import ") || words.starts_with("from ");
}

} // namespace

StatementWords wordsFor(const Document &document, std::string_view statement)
{
    const Completion known = completionsAt(statement, statement.size());
    const std::string_view prefix = statement.substr(known.begin);
    WordFinder finder(document);
    if (known.isAttribute) {
        if (const auto path = namesBefore(statement.substr(0, known.begin)))
            finder.addMembers(*path);
    } else if (!prefix.empty() && !imports(statement)) {
        finder.addModuleNames();
    }
    std::vector<std::string> words = finder.words(prefix);
    if (words.empty() || !known.isAttribute) {
        finder.addAll(known.words);
        words = finder.words(prefix);
    }
    return {known.begin, std::move(words)};
}

} // namespace tetherscope
