#pragma once

#include <QListView>

namespace tetherscope {

class Appearance;

/// A list without frame, grid and header, that follows its last row and says something where it has none.
///
/// `appearance` must outlive it.
class QuietList : public QListView
{
    Q_OBJECT

public:
    explicit QuietList(const Appearance &appearance, QWidget *parent = nullptr);

    /// What is said while there is no row.
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copySelection() const;

    const Appearance &m_appearance;
    QString m_emptyText;
};

} // namespace tetherscope
