#pragma once

#include <QStringList>

namespace tetherscope {

/// What was typed before, as a shell remembers it: back and forth, and at the end what was being typed.
class StatementHistory
{
public:
    static constexpr qsizetype most = 200;

    /// The place is behind the latest again; a repetition of the latest is not kept.
    void add(const QString &statement);

    bool hasOlder() const { return m_place > 0; }
    bool hasNewer() const { return m_place < m_statements.size(); }
    /// `current` is what the field holds; it comes back when all newer ones have been passed.
    /// Requires: hasOlder().
    QString older(const QString &current);
    /// Requires: hasNewer().
    QString newer();

private:
    QStringList m_statements; ///< the latest last
    QString m_draft;
    qsizetype m_place = 0;
};

} // namespace tetherscope
