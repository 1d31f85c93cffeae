#pragma once

#include <QDialog>
#include <QKeySequence>

namespace tetherscope {

class Appearance;

/// "→", "Ctrl →", "Page Down": a key as people find it on the keyboard.
QString keyText(const QKeySequence &key);

/// Every key there is, in groups; made from the registry of actions.
class KeySheet : public QDialog
{
    Q_OBJECT

public:
    explicit KeySheet(const Appearance &appearance, QWidget *parent);
};

} // namespace tetherscope
