#pragma once

#include "scenario/objects/classobject.h"

#include <vector>

namespace tetherscope::vm {

/// An exception: an instance with arguments, a traceback, and the exceptions before it.
/// Drawn only from the moment a name or slot holds it.
class ExceptionObject final : public InstanceObject
{
public:
    static constexpr HeapKind heapKind = HeapKind::Exception;
    ExceptionObject(Heap &heap, Value classValue, std::vector<Value> arguments);
    bool letGo(Departure &departure) override
    {
        return letGoAsGarbage(departure) || InstanceObject::letGo(departure);
    }
    bool letGoAsGarbage(Departure &departure) override;
    void visitHeld(HeldVisitor &visitor) const override;
    bool wantsCard() const override { return true; }
    void recordContents(Recorder &recorder) override;

    /// The frame has been passed; the same frame counts once for each time.
    void addFrame(Value frame);
    void forgetTraceback(); ///< lets the frames go that it has passed
    void setContext(Value exception);
    void setCause(Value exception);

    const std::vector<Value> &arguments() const;
    /// `args`, one and the same tuple each time; empty if there are no arguments.
    Value argumentTuple();
    const Value &context() const { return m_context; }
    const Value &cause() const { return m_cause; }
    void setArguments(std::vector<Value> arguments);
    void setArguments(Value tuple);   ///< a tuple nobody else knows; empty: none
    void shareArguments(Value tuple); ///< a tuple of the scenario's, which is `args` from now on
    bool suppressContext = false;
    Value about; ///< what an AttributeError or a NameError is about: `obj`

private:
    SlotId slot(Symbol name);
    void replaceArguments(Value tuple, bool known);
    void setLink(Value &link, Symbol name, Value exception);
    void showArguments();
    void forgetArguments();
    bool letGoArgument(Departure &departure);
    bool letGoLink(Departure &departure, Value &link, Symbol name);
    void showFrames(Recorder &recorder);

    Value m_arguments;         ///< a tuple; empty: none
    bool m_tupleKnown = false; ///< somebody has asked for that tuple
    Value m_traceback;         ///< of the outermost frame it has passed
    Value m_context;
    Value m_cause;
};

} // namespace tetherscope::vm
