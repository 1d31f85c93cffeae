#include "astdump.h"

#include "syntax/scopecollector.h"

#include <array>
#include <charconv>

using namespace tetherscope;

namespace {

constexpr std::array binarySigns{"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"};
constexpr std::array unarySigns{"+", "-", "~", "not "};
constexpr std::array compareSigns{"==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"};
constexpr std::array comprehensionWords{"listcomp", "setcomp", "dictcomp", "generator"};

template<typename Table, typename Enum>
std::string textOf(const Table &table, Enum value)
{
    return table.at(static_cast<std::size_t>(value));
}

std::string quoted(const std::string &text)
{
    std::string result = "'";
    for (const char byte : text) {
        if (byte == '\n') {
            result += "\\n";
        } else if (byte == '\'' || byte == '\\') {
            result += std::string("\\") + byte;
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            result += "\\x" + std::to_string(static_cast<int>(byte));
        } else {
            result += byte;
        }
    }
    return result + "'";
}

struct ConstantText
{
    std::string operator()(ast::None) const { return "None"; }
    std::string operator()(bool value) const { return value ? "True" : "False"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const std::string &value) const { return quoted(value); }
    std::string operator()(double value) const
    {
        std::array<char, 40> buffer{};
        const char *const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        return std::string(static_cast<const char *>(buffer.data()), end) + "f";
    }
};

std::string text(const ast::Expr &expr);

std::string textOrNothing(const ast::ExprPtr &expr)
{
    return expr ? text(*expr) : "";
}

std::string joined(const std::vector<ast::ExprPtr> &exprs)
{
    std::string result;
    for (const ast::ExprPtr &expr : exprs) {
        result += ' ' + text(*expr);
    }
    return result;
}

std::string parametersText(const std::vector<ast::Parameter> &parameters)
{
    std::string result;
    for (const ast::Parameter &parameter : parameters) {
        result += ' ' + parameter.name;
        result += parameter.annotation ? ':' + text(*parameter.annotation) : "";
        result += parameter.defaultValue ? '=' + text(*parameter.defaultValue) : "";
    }
    return result;
}

std::string text(const ast::Call &node)
{
    std::string result = "(call " + text(*node.callee) + joined(node.arguments);
    for (const ast::Keyword &keyword : node.keywords) {
        result += ' ' + keyword.name + '=' + text(*keyword.value);
    }
    return result + ')';
}

std::string text(const ast::Compare &node)
{
    std::string result = '(' + text(*node.first);
    for (std::size_t i = 0; i < node.ops.size(); ++i) {
        result += ' ' + textOf(compareSigns, node.ops[i]) + ' ' + text(*node.rest[i]);
    }
    return result + ')';
}

std::string text(const ast::Boolean &node)
{
    const std::string word = node.op == ast::BooleanOperator::And ? "and" : "or";
    return '(' + word + joined(node.operands) + ')';
}

std::string text(const ast::Dict &node)
{
    std::string result = "{dict";
    for (const ast::DictItem &item : node.items) {
        result += ' ' + text(*item.key) + ':' + text(*item.value);
    }
    return result + '}';
}

std::string text(const ast::Comprehension &node)
{
    std::string result = '(' + textOf(comprehensionWords, node.comprehensionKind) + ' ' + text(*node.element);
    result += node.value ? ':' + text(*node.value) : "";
    for (const ast::ComprehensionClause &clause : node.clauses) {
        result += " for " + text(*clause.target) + " in " + text(*clause.iterable);
        for (const ast::ExprPtr &condition : clause.conditions) {
            result += " if " + text(*condition);
        }
    }
    return result + ')';
}

std::string text(const ast::FormattedValue &node)
{
    std::string result = '{' + text(*node.value);
    result += node.conversion ? std::string("!") + node.conversion : "";
    return result + (node.spec ? ':' + text(*node.spec) : "") + '}';
}

std::string text(const ast::Expr &expr)
{
    switch (expr.kind) {
    case ast::ExprKind::Constant:
        return std::visit(ConstantText{}, ast::as<ast::Constant>(expr).value);
    case ast::ExprKind::FString:
        return "(f" + joined(ast::as<ast::FString>(expr).parts) + ')';
    case ast::ExprKind::FormattedValue:
        return text(ast::as<ast::FormattedValue>(expr));
    case ast::ExprKind::Name:
        return ast::as<ast::Name>(expr).name;
    case ast::ExprKind::Attribute:
        return text(*ast::as<ast::Attribute>(expr).object) + '.' + ast::as<ast::Attribute>(expr).name;
    case ast::ExprKind::Subscript:
        return text(*ast::as<ast::Subscript>(expr).object) + '[' +
               text(*ast::as<ast::Subscript>(expr).index) + ']';
    case ast::ExprKind::Slice: {
        const auto &slice = ast::as<ast::Slice>(expr);
        return textOrNothing(slice.lower) + ':' + textOrNothing(slice.upper) + ':' +
               textOrNothing(slice.step);
    }
    case ast::ExprKind::Call:
        return text(ast::as<ast::Call>(expr));
    case ast::ExprKind::Lambda: {
        const auto &lambda = ast::as<ast::Lambda>(expr);
        return "(lambda" + parametersText(lambda.parameters) + ": " + text(*lambda.body) + ')';
    }
    case ast::ExprKind::Unary: {
        const auto &unary = ast::as<ast::Unary>(expr);
        return '(' + textOf(unarySigns, unary.op) + text(*unary.operand) + ')';
    }
    case ast::ExprKind::Binary: {
        const auto &binary = ast::as<ast::Binary>(expr);
        return '(' + text(*binary.left) + ' ' + textOf(binarySigns, binary.op) + ' ' + text(*binary.right) +
               ')';
    }
    case ast::ExprKind::Boolean:
        return text(ast::as<ast::Boolean>(expr));
    case ast::ExprKind::Compare:
        return text(ast::as<ast::Compare>(expr));
    case ast::ExprKind::Conditional: {
        const auto &choice = ast::as<ast::Conditional>(expr);
        return '(' + text(*choice.body) + " if " + text(*choice.test) + " else " + text(*choice.orElse) + ')';
    }
    case ast::ExprKind::Tuple:
        return "(tuple" + joined(ast::as<ast::Tuple>(expr).elements) + ')';
    case ast::ExprKind::List:
        return "[list" + joined(ast::as<ast::List>(expr).elements) + ']';
    case ast::ExprKind::Set:
        return "{set" + joined(ast::as<ast::Set>(expr).elements) + '}';
    case ast::ExprKind::Dict:
        return text(ast::as<ast::Dict>(expr));
    case ast::ExprKind::Comprehension:
        return text(ast::as<ast::Comprehension>(expr));
    }
    return {};
}

/// Writes statements, each on a line of its own.
class Dumper
{
public:
    void write(const ast::Block &block, int level)
    {
        for (const ast::StmtPtr &statement : block) {
            write(*statement, level);
        }
    }
    void writeDocstring(const std::optional<std::string> &docstring, int level)
    {
        if (docstring) {
            line(level, "doc " + quoted(*docstring));
        }
    }
    std::string text() const { return m_text; }

private:
    void line(int level, const std::string &words)
    {
        m_text += std::string(static_cast<std::size_t>(level) * 2, ' ') + words + '\n';
    }
    void writePart(int level, const std::string &header, const ast::Block &block)
    {
        if (!block.empty()) {
            line(level, header);
            write(block, level + 1);
        }
    }
    void write(const ast::Stmt &statement, int level);
    void writeCompound(const ast::Stmt &statement, int level);
    void write(const ast::If &node, int level);
    void write(const ast::Try &node, int level);
    void write(const ast::Function &node, int level);
    void write(const ast::Class &node, int level);
    void writeDecorators(const std::vector<ast::ExprPtr> &decorators, int level)
    {
        for (const ast::ExprPtr &decorator : decorators) {
            line(level, '@' + ::text(*decorator));
        }
    }

    std::string m_text;
};

std::string namesText(const std::vector<ast::ImportedName> &names)
{
    std::string result;
    for (const ast::ImportedName &name : names) {
        result += ' ' + name.name + (name.bound == name.name ? "" : " as " + name.bound);
    }
    return result;
}

std::string declaredText(const std::vector<std::string> &names)
{
    std::string result;
    for (const std::string &name : names) {
        result += ' ' + name;
    }
    return result;
}

std::string raiseText(const ast::Raise &node)
{
    std::string result = "raise";
    result += node.exception ? ' ' + text(*node.exception) : "";
    return result + (node.cause ? " from " + text(*node.cause) : "");
}

std::string assignText(const ast::Assign &node)
{
    std::string result = "assign";
    for (const ast::ExprPtr &target : node.targets) {
        result += ' ' + text(*target) + " =";
    }
    return result + ' ' + text(*node.value);
}

std::string annotatedText(const ast::AnnotatedAssign &node)
{
    return "annotate " + text(*node.target) + ": " + text(*node.annotation) +
           (node.value ? " = " + text(*node.value) : "");
}

std::string augmentedText(const ast::AugmentedAssign &node)
{
    return "augment " + text(*node.target) + ' ' + textOf(binarySigns, node.op) + "= " + text(*node.value);
}

std::string assertText(const ast::Assert &node)
{
    return "assert " + text(*node.test) + (node.message ? ", " + text(*node.message) : "");
}

std::string simpleText(const ast::Stmt &statement)
{
    switch (statement.kind) {
    case ast::StmtKind::Expression:
        return "expr " + text(*ast::as<ast::ExpressionStatement>(statement).value);
    case ast::StmtKind::Assign:
        return assignText(ast::as<ast::Assign>(statement));
    case ast::StmtKind::AnnotatedAssign:
        return annotatedText(ast::as<ast::AnnotatedAssign>(statement));
    case ast::StmtKind::AugmentedAssign:
        return augmentedText(ast::as<ast::AugmentedAssign>(statement));
    case ast::StmtKind::Delete:
        return "del" + joined(ast::as<ast::Delete>(statement).targets);
    case ast::StmtKind::Pass:
        return "pass";
    case ast::StmtKind::Break:
        return "break";
    case ast::StmtKind::Continue:
        return "continue";
    case ast::StmtKind::Return: {
        const ast::ExprPtr &value = ast::as<ast::Return>(statement).value;
        return value ? "return " + text(*value) : "return";
    }
    case ast::StmtKind::Raise:
        return raiseText(ast::as<ast::Raise>(statement));
    case ast::StmtKind::Assert:
        return assertText(ast::as<ast::Assert>(statement));
    case ast::StmtKind::Import:
        return "import" + namesText(ast::as<ast::Import>(statement).modules);
    case ast::StmtKind::ImportFrom:
        return "from " + ast::as<ast::ImportFrom>(statement).module + " import" +
               namesText(ast::as<ast::ImportFrom>(statement).names);
    case ast::StmtKind::Global:
        return "global" + declaredText(ast::as<ast::Global>(statement).names);
    case ast::StmtKind::Nonlocal:
        return "nonlocal" + declaredText(ast::as<ast::Nonlocal>(statement).names);
    default:
        return {};
    }
}

void Dumper::write(const ast::Stmt &statement, int level)
{
    if (statement.kind < ast::StmtKind::If) {
        line(level, simpleText(statement));
    } else {
        writeCompound(statement, level);
    }
}

void Dumper::writeCompound(const ast::Stmt &statement, int level)
{
    if (statement.kind == ast::StmtKind::If) {
        write(ast::as<ast::If>(statement), level);
    } else if (statement.kind == ast::StmtKind::While) {
        const auto &node = ast::as<ast::While>(statement);
        writePart(level, "while " + ::text(*node.test), node.body);
        writePart(level, "else", node.orElse);
    } else if (statement.kind == ast::StmtKind::For) {
        const auto &node = ast::as<ast::For>(statement);
        writePart(level, "for " + ::text(*node.target) + " in " + ::text(*node.iterable), node.body);
        writePart(level, "else", node.orElse);
    } else if (statement.kind == ast::StmtKind::Try) {
        write(ast::as<ast::Try>(statement), level);
    } else if (statement.kind == ast::StmtKind::Function) {
        write(ast::as<ast::Function>(statement), level);
    } else {
        write(ast::as<ast::Class>(statement), level);
    }
}

void Dumper::write(const ast::If &node, int level)
{
    std::string word = "if ";
    for (const ast::Branch &branch : node.branches) {
        writePart(level, word + ::text(*branch.test), branch.body);
        word = "elif ";
    }
    writePart(level, "else", node.orElse);
}

void Dumper::write(const ast::Try &node, int level)
{
    writePart(level, "try", node.body);
    for (const ast::Handler &handler : node.handlers) {
        const std::string type = handler.type ? ' ' + ::text(*handler.type) : "";
        writePart(level, "except" + type + (handler.name.empty() ? "" : " as " + handler.name), handler.body);
    }
    writePart(level, "else", node.orElse);
    writePart(level, "finally", node.finally);
}

void Dumper::write(const ast::Function &node, int level)
{
    writeDecorators(node.decorators, level);
    line(level, "def " + node.name + parametersText(node.parameters) +
                    (node.returns ? " -> " + ::text(*node.returns) : ""));
    writeDocstring(node.docstring, level + 1);
    write(node.body, level + 1);
}

void Dumper::write(const ast::Class &node, int level)
{
    writeDecorators(node.decorators, level);
    line(level, "class " + node.name + joined(node.bases));
    writeDocstring(node.docstring, level + 1);
    write(node.body, level + 1);
}

std::string scopeText(const Scope &scope)
{
    std::string result = scope.qualifiedName() + ':';
    for (const ScopeSlot &slot : scope.slots) {
        result += ' ' + slot.name;
        result += slot.storage == Storage::Cell ? "*" : slot.storage == Storage::Free ? "^" : "";
    }
    return result + (scope.needsClassCell ? " +__class__" : "") + '\n';
}

} // namespace

std::string dump(const ast::Module &module)
{
    Dumper dumper;
    dumper.writeDocstring(module.docstring, 0);
    dumper.write(module.body, 0);
    return dumper.text();
}

std::string dumpScopes(ast::Module &module)
{
    std::vector<Diagnostic> diagnostics;
    std::string result;
    for (const std::unique_ptr<scoping::Draft> &draft : scoping::collectScopes(module, diagnostics)) {
        result += draft->scope->kind == Scope::Kind::Module ? "" : scopeText(*draft->scope);
    }
    return result;
}
