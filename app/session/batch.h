#pragma once

#include "session/document.h"

#include <vector>

namespace tetherscope {

/// A scenario run from end to end in one go.
struct BatchResult
{
    Document document;                   ///< empty if nothing ran; its outcome tells how the run ended
    std::vector<Diagnostic> diagnostics; ///< why nothing ran; empty if it did
};

enum class BatchPlan { Without, With };

/// Reads and runs on the calling thread, which needs workStackBytes of stack, and plans if asked to (which
/// needs a QGuiApplication).
BatchResult runOnThisThread(const Source &source, BatchPlan plan);

/// The same on a thread of its own; waits for it.
BatchResult runBatch(const Source &source, BatchPlan plan);

} // namespace tetherscope
