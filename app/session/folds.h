#pragma once

#include "analysis/folding.h"

#include <QObject>

namespace tetherscope {

/// What the person has put away of the picture to see the rest.
class Folds : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const Folding &folding() const { return m_folding; }

    bool isFolded(tetherscope::ObjectId head) const;
    bool isFolded(tetherscope::TextId type) const;
    /// Folds what the object retains into it, or takes it out again.
    void toggle(tetherscope::ObjectId head);
    void toggle(tetherscope::TextId type);
    /// Only the object and what is one edge away is seen; asked again, one edge more.
    void focusOn(tetherscope::ObjectId object);
    /// One edge less; at none the focus is over.
    void narrow();
    void setPlainNamesFolded(bool folded);
    /// Everything is seen.
    void unfoldAll();
    /// Another run: ids mean other things now. No signal.
    void reset() { m_folding = {}; }

Q_SIGNALS:
    void changed();

private:
    void set(const Folding &folding);

    Folding m_folding;
};

} // namespace tetherscope
