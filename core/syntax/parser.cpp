#include "syntax/parser.h"

#include "syntax/parsestatements.h"
#include "syntax/scopeanalysis.h"

namespace tetherscope {

namespace {

void parseWholeText(grammar::Context &context, ast::Module &module)
{
    const LexedText lexed = lex(context.text);
    grammar::Parser parser(lexed, context);
    while (!parser.at(TokenKind::End)) {
        if (!parser.accept(TokenKind::Dedent)) {
            grammar::parseStatement(parser, module.body);
        }
    }
    module.docstring = grammar::takeDocstring(module.body);
}

} // namespace

ParsedModule parseModule(std::string text)
{
    ParsedModule parsed;
    parsed.module = std::make_unique<ast::Module>();
    parsed.module->text = std::move(text);
    grammar::Context context;
    context.text = parsed.module->text;
    parseWholeText(context, *parsed.module);
    parsed.diagnostics = std::move(context.diagnostics);
    if (parsed.diagnostics.empty()) {
        parsed.diagnostics = analyseScopes(*parsed.module);
    }
    if (!parsed.diagnostics.empty()) {
        parsed.module.reset();
    }
    return parsed;
}

} // namespace tetherscope
