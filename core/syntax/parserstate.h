#pragma once

#include "syntax/astchildren.h"
#include "syntax/lexer.h"
#include "syntax/lexerfaults.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope::grammar {

/// What lies around the place that is being parsed.
struct Surroundings
{
    bool function = false;  ///< `return` has something to return from
    bool loop = false;      ///< `break` has something to break
    bool classBody = false; ///< directly in a class, in none of its methods
    std::string className;  ///< of the innermost class, for private names
};

/// What the parsing of one text shares with that of its f-strings' fields.
struct Context
{
    std::string_view text;
    std::vector<Diagnostic> diagnostics;
    std::uint32_t nesting = 0;
    Surroundings around;
};

/// The tokens of a text, the place among them, and what has gone wrong.
///
/// The grammar's functions (parseexpressions.h, parsestatements.h) take one and read on from where it stands.
/// After a failure, until recover(), it shows nothing but the end of the text: every rule then comes back by
/// itself, and what it returns is not used. So no rule checks for failure but where it would loop, and none
/// returns null.
class Parser
{
public:
    /// All three must outlive it.
    Parser(const LexedText &lexed, Context &context);

    const Token &peek(std::size_t ahead = 0) const;
    /// The last token taken, layout (line ends, indentation) left out.
    const Token &last() const { return m_last; }
    std::size_t index() const { return m_index; }
    bool at(TokenKind kind) const { return peek().kind == kind; }
    bool atLineEnd() const;
    Token take();
    bool accept(TokenKind kind);

    std::string_view text(const Token &token) const;
    /// The name that the token stands for, as the class around stores it.
    std::string identifier(const Token &token) const;
    Context &context() { return m_context; }
    const Context &context() const { return m_context; }
    Surroundings &around() { return m_context.around; }
    const std::vector<Comment> &comments() const { return m_lexed.comments; }

    /// A call's arguments begin here: a generator expression in brackets of its own may stand here alone.
    void expectSoleGenerator() { m_soleGeneratorAt = m_index; }
    bool soleGeneratorExpected() const { return m_soleGeneratorAt == m_index; }

    bool failed() const { return m_failed; }
    /// Reports and fails, unless it has failed already.
    void fail(Place place, std::string message, std::string hint = {});
    /// The same for the current token; what the lexer found wrong there, or a bracket left open before, goes
    /// first.
    void failHere(std::string message, std::string hint = {});
    /// The same for the gap behind the last token.
    void failBehind(std::string message, std::string hint = {});
    /// Fails with what is already reported.
    void abort() { m_failed = true; }
    /// Ends a failure: skips the rest of the statement, with the blocks that belong to it.
    void recover();

    /// Gives the node its place, from `start` to the last token taken, and its height. Fails beyond
    /// ast::maxHeight.
    template<typename Node>
    ast::ExprPtr finish(std::unique_ptr<Node> node, const Token &start)
    {
        node->place = placeOf(start, m_last);
        ast::forEachChild(*node, [&node](const ast::Expr &child) {
            node->height = std::max(node->height, child.height + 1);
        });
        checkHeight(node->height, node->place);
        return node;
    }

private:
    void checkHeight(std::uint32_t height, Place place);
    const UnclosedBracket *openBracketBefore(const Token &token) const;
    void skipBlocks();

    const LexedText &m_lexed;
    Context &m_context;
    std::size_t m_index = 0;
    std::size_t m_soleGeneratorAt = 0; ///< the first token is no argument's
    Token m_last;
    Token m_end;
    bool m_failed = false;
};

/// One level of nesting for as long as it lives; the 201st fails.
class Nesting
{
public:
    explicit Nesting(Parser &parser);
    ~Nesting() { --m_context.nesting; }
    Nesting(const Nesting &) = delete;
    Nesting &operator=(const Nesting &) = delete;

private:
    Context &m_context;
};

/// "`name`", "a string", "the end of the line": how a message calls a token.
std::string described(const Parser &parser, const Token &token);

/// "`text`", cut where it is long.
std::string inBackquotes(std::string_view text);

} // namespace tetherscope::grammar
