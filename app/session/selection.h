#pragma once

#include "canvas/target.h"

#include <QObject>

#include <vector>

namespace tetherscope {

/// What is selected, and which were before: like a browser's pages, one step back and on again.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Target target() const { return m_target; }
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_past.size(); }

    /// An empty target selects nothing.
    void select(tetherscope::Target target);
    void back();
    void forward();
    /// Another run: ids mean other things now.
    void reset();

Q_SIGNALS:
    void changed(tetherscope::Target target);

private:
    void show(Target target);

    Target m_target;
    std::vector<Target> m_past;
    std::size_t m_place = 0; ///< of the latest shown in m_past
};

} // namespace tetherscope
