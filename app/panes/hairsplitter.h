#pragma once

#include <QSplitter>

namespace tetherscope {

class Appearance;

/// A splitter whose handle is one hairline; it is grabbed from a little beside it, too.
///
/// `appearance` must outlive it.
class HairSplitter : public QSplitter
{
    Q_OBJECT

public:
    HairSplitter(Qt::Orientation orientation, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;

private:
    const Appearance &m_appearance;
};

} // namespace tetherscope
