#pragma once

#include "syntax/diagnostic.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tetherscope::vm {

/// Finds names that a plain Python would know and a scenario does not, before anything runs: built-in
/// functions outside the language, and what its modules lack.
///
/// A name counts as the scenario's own if it is stored anywhere in the module, so all mentions are gathered
/// first.
class OutsideNames
{
public:
    void stored(const std::string &global) { m_stored.insert(global); }
    void imported(const std::string &bound, const std::string &module) { m_modules[bound] = module; }
    void loaded(const std::string &global, Place place);
    void attributeOf(const std::string &global, const std::string &attribute, Place place);
    void importedFrom(const std::string &module, const std::string &name, Place place);

    /// In order of place.
    std::vector<Diagnostic> diagnostics() const;

private:
    struct Mention
    {
        std::string name;
        std::string attribute; ///< empty: the name itself
        Place place;
    };
    void checkModuleName(const std::string &module, const std::string &name, Place place,
                         std::vector<Diagnostic> &found) const;

    std::unordered_set<std::string> m_stored;
    std::unordered_map<std::string, std::string> m_modules;
    std::vector<Mention> m_mentions;
    std::vector<Diagnostic> m_found;
};

} // namespace tetherscope::vm
