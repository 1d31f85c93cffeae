#include "syntax/scenario.h"

#include "syntax/ast.h"
#include "syntax/parser.h"
#include "syntax/unicode.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

namespace tetherscope {

namespace {

constexpr std::size_t maxTextBytes = 4'000'000;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

ParseResult refused(std::string message, std::string hint = {})
{
    return {nullptr, {{{}, std::move(message), std::move(hint)}}};
}

ParseResult refusedAsTooLarge()
{
    return refused("The file is larger than 4 MB, the most that a scenario may be.");
}

std::size_t lineOf(std::string_view text, std::size_t offset)
{
    return 1 + static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// Why the bytes are no text, if they are none.
std::optional<ParseResult> refusedEncoding(std::string_view bytes)
{
    if (bytes.find('\0') != std::string_view::npos) {
        return refused("The file is binary, or text that is not UTF-8.", "Save it as UTF-8 text.");
    }
    if (const std::optional<std::size_t> invalid = firstInvalidUtf8(bytes)) {
        return refused("The file is not UTF-8 text: line " + std::to_string(lineOf(bytes, *invalid)) +
                           " has a byte that does not belong there.",
                       "Save it as UTF-8 text.");
    }
    return std::nullopt;
}

/// Lines end in \n, whatever they ended in before; no byte order mark.
std::string normalized(std::string_view bytes)
{
    if (bytes.starts_with(byteOrderMark)) {
        bytes.remove_prefix(byteOrderMark.size());
    }
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            text += bytes[i];
        } else if (i + 1 == bytes.size() || bytes[i + 1] != '\n') {
            text += '\n';
        }
    }
    return text;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\f\v\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes the first line off `text`.
std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

/// The lines of each paragraph joined by blanks, the paragraphs by \n.
std::string flowed(std::string_view text)
{
    std::string flow;
    std::string_view separator;
    for (text = trimmed(text); !text.empty();) {
        const std::string_view line = takeLine(text);
        if (line.empty()) {
            separator = "\n";
            continue;
        }
        flow.append(separator).append(line);
        separator = " ";
    }
    return flow;
}

/// What keeps the path from being read as a file; nothing if nothing does.
std::optional<ParseResult> refusedPath(const std::string &path)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        return refused("There is no such file.");
    }
    if (status.type() == std::filesystem::file_type::directory) {
        return refused("This is a folder, not a file.");
    }
    if (status.type() != std::filesystem::file_type::regular) {
        return refused("The file cannot be read.");
    }
    return std::nullopt;
}

} // namespace

Scenario::~Scenario() = default;

Scenario::Scenario(std::unique_ptr<ast::Module> module)
    : m_module(std::move(module))
{
    const std::string docstring = m_module->docstring.value_or("");
    std::string_view rest = trimmed(docstring);
    m_title = takeLine(rest);
    m_summary = flowed(rest);
}

const std::string &Scenario::text() const
{
    return m_module->text;
}

ParseResult parseScenario(std::string_view text)
{
    if (text.size() > maxTextBytes) {
        return refusedAsTooLarge();
    }
    if (std::optional<ParseResult> refusal = refusedEncoding(text)) {
        return *std::move(refusal);
    }
    ParsedModule parsed = parseModule(normalized(text));
    ParseResult result;
    result.diagnostics = std::move(parsed.diagnostics);
    if (parsed.module) {
        result.scenario = std::shared_ptr<const Scenario>(new Scenario(std::move(parsed.module)));
    }
    return result;
}

ParseResult readScenario(const std::string &path)
{
    if (std::optional<ParseResult> refusal = refusedPath(path)) {
        return *std::move(refusal);
    }
    std::ifstream file(path, std::ios::binary);
    std::string bytes(maxTextBytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.is_open() || file.bad() || (file.fail() && !file.eof())) {
        return refused("The file cannot be read.");
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return parseScenario(bytes);
}

} // namespace tetherscope
