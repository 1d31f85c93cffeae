#pragma once

#include "scenario/objects/code.h"

#include <cstdint>
#include <vector>

namespace tetherscope::vm {

/// A place in the code that is jumped to before it is known.
struct Label
{
    std::uint32_t number = 0;
};

/// Writes the instructions of one Code: jumps by label, places, statements, guarded ranges.
class CodeBuilder
{
public:
    explicit CodeBuilder(Code &code)
        : m_code(code)
    {
    }

    void emit(Op op, std::uint32_t argument = 0);
    void jump(Op op, Label target);
    Label newLabel();
    void mark(Label label) { m_labels[label.number] = here(); }
    std::uint32_t here() const { return static_cast<std::uint32_t>(m_code.instructions.size()); }

    /// What follows belongs to this place, to this statement.
    Place place;
    std::uint32_t statement = noStatement;

    std::uint32_t constant(Value value);
    std::uint32_t addStatement(const StatementInfo &info);
    /// Instructions from `begin` to here are guarded. `nesting`: the deeper, the sooner it is asked.
    void guard(std::uint32_t begin, Label target, std::uint32_t depth, std::uint32_t nesting);

    /// Puts the labels' places in. Nothing may be emitted afterwards.
    void finish();

private:
    struct OpenGuard
    {
        Guard guard;
        Label target;
        std::uint32_t nesting = 0;
    };

    Code &m_code;
    std::vector<std::uint32_t> m_labels;
    std::vector<std::uint32_t> m_jumps; ///< instructions whose argument is a label
    std::vector<OpenGuard> m_guards;
};

} // namespace tetherscope::vm
