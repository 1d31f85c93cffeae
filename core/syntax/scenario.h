#pragma once

#include "syntax/diagnostic.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tetherscope {

namespace ast {
struct Module;
}

/// A scenario's text, read and found to be within the language; what can be run.
///
/// Immutable and shared: a run on another thread keeps it alive.
class Scenario
{
public:
    ~Scenario();

    const std::string &text() const;                         ///< without byte order mark, lines ending in \n
    const std::string &title() const { return m_title; }     ///< the docstring's first line; may be empty
    const std::string &summary() const { return m_summary; } ///< the rest of the docstring, trimmed
    const ast::Module &module() const { return *m_module; }

private:
    friend struct ParseResult parseScenario(std::string_view text);
    explicit Scenario(std::unique_ptr<ast::Module> module);

    std::string m_title;
    std::string m_summary;
    std::unique_ptr<ast::Module> m_module;
};

/// Either a scenario, or at least one diagnostic (the first is the one to show).
struct ParseResult
{
    std::shared_ptr<const Scenario> scenario;
    std::vector<Diagnostic> diagnostics;
};

/// Reads a text: encoding, size (4 MB), nesting (200), syntax, and what lies outside the subset. Nothing
/// runs.
ParseResult parseScenario(std::string_view text);

/// Reads the file and parses it; a file that is missing, unreadable, too large or not UTF-8 is a diagnostic
/// without a line.
ParseResult readScenario(const std::string &path);

} // namespace tetherscope
