#pragma once

#include "console/statementfield.h"
#include "syntax/diagnostic.h"

#include <QWidget>

#include <string>

namespace tetherscope {

class Appearance;
class FaultLine;
class Session;
class Transcript;

/// Takes one statement at a time, runs it at the end of the run, wherever the play head is, and says what
/// came of it. A statement that is wrong changes nothing and stays in the field to be mended.
///
/// Lifetime  Session and appearance must outlive it.
class ConsolePane : public QWidget
{
    Q_OBJECT

public:
    ConsolePane(Session &session, const Appearance &appearance, QWidget *parent = nullptr);

private:
    QWidget *createEntry();
    void connectSession();
    StatementField::Completions completions(const QString &before) const;
    void submit(const QString &statement);
    void echo(const std::string &statement, std::size_t firstStep);
    void showRefusal(const Diagnostic &why);
    void forget();

    Session &m_session;
    const Appearance &m_appearance;
    Transcript *m_transcript;
    FaultLine *m_fault;
    StatementField *m_field;
    std::size_t m_run = 0; ///< statements of the document that is shown
};

} // namespace tetherscope
