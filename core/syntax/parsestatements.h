#pragma once

#include "syntax/ast.h"
#include "syntax/parseexpressions.h"

/// The grammar of statements. Each rule reads what it is called after and leaves the parser behind it; see
/// Parser for what happens when it cannot.
namespace tetherscope::grammar {

/// One line of simple statements, or a statement with its blocks, added to `block`. Afterwards nothing has
/// failed: a statement that could not be read is reported and left out.
void parseStatement(Parser &parser, ast::Block &block);

/// `:` and the statements that belong to it, indented or in the same line. `header` is the word that they
/// hang on.
ast::Block parseBlock(Parser &parser, const Token &header);

/// What stands between two `;`.
ast::StmtPtr parseSimpleStatement(Parser &parser);
ast::StmtPtr parseAssignment(Parser &parser);
ast::StmtPtr parseImport(Parser &parser);
ast::StmtPtr parseImportFrom(Parser &parser);
/// The end of a simple statement, or what stands there instead.
void expectStatementEnd(Parser &parser, const Token &start);

bool beginsCompound(TokenKind kind);
ast::StmtPtr parseCompoundStatement(Parser &parser);
ast::StmtPtr parseTry(Parser &parser);
/// `def`, `class`, and the decorators above.
ast::StmtPtr parseDefinition(Parser &parser);

/// Fails if a class body gives this name a meaning that Python has and the language has not: `__slots__`,
/// `__lt__`, …
void checkSpecialName(Parser &parser, std::string_view name, Place place);

/// Takes the docstring, if it begins with one, out of a body.
std::optional<std::string> takeDocstring(ast::Block &body);

} // namespace tetherscope::grammar
