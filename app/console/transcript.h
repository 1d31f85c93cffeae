#pragma once

#include <QString>
#include <QTextEdit>

#include <vector>

namespace tetherscope {

class Appearance;

/// What was run and what it said, as an interactive Python shows it. Read-only; follows its end.
///
/// Lifetime  `appearance` must outlive it.
class Transcript : public QTextEdit
{
    Q_OBJECT

public:
    explicit Transcript(const Appearance &appearance, QWidget *parent = nullptr);

    enum class Kind { Statement, Printed, Value, Remark };
    /// A statement gets its prompts; the others stand as they are.
    void add(Kind kind, const QString &text);
    void clearAll();
    QSize minimumSizeHint() const override { return {120, 22}; }
    bool isEmpty() const { return m_entries.empty(); }

private:
    struct Entry
    {
        Kind kind;
        QString text;
    };
    void show(const Entry &entry);
    void showAll();

    const Appearance &m_appearance;
    std::vector<Entry> m_entries;
};

} // namespace tetherscope
