#include "files.h"

#include "export/animatedpng.h"
#include "export/exporter.h"
#include "export/exportjob.h"
#include "export/pictureout.h"
#include "export/shapemerge.h"
#include "session/batch.h"
#include "session/seenmoment.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace tetherscope;

// What leaves the program as a file, on the clipboard or on paper.

namespace {

const Document &weakCache()
{
    static const Document document = runBatch(*sourceNamed(u"weak-cache"_qs), BatchPlan::With).document;
    return document;
}

ExportOptions optionsFor(ExportFormat format, QSize size = {640, 400})
{
    ExportOptions options;
    options.format = format;
    options.size = size;
    return options;
}

QByteArray exported(const ExportOptions &options, std::size_t step = 5)
{
    return Exporter(weakCache(), options).at(weakCache().timeline->end(step));
}

StepSpan allSteps()
{
    return {0, weakCache().timeline->stepCount()};
}

QImage imageOf(const QByteArray &png)
{
    return QImage::fromData(png, "PNG");
}

struct SvgFacts
{
    QString error;
    QStringList texts;
    int groups = 0;
};

SvgFacts factsOf(const QByteArray &svg)
{
    SvgFacts facts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        facts.groups += reader.name() == u"g"_qs ? 1 : 0;
        if (reader.name() == u"text"_qs)
            facts.texts << reader.readElementText();
    }
    if (reader.hasError())
        facts.error = reader.errorString();
    return facts;
}

struct Chunk
{
    QByteArray type;
    QByteArray data;
    friend bool operator==(const Chunk &, const Chunk &) = default;
};

quint32 number(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

QList<Chunk> chunksIn(const QByteArray &png)
{
    QList<Chunk> chunks;
    for (qsizetype at = 8; at + 12 <= png.size(); at += 12 + number(png, at))
        chunks.append({png.mid(at + 4, 4), png.mid(at + 8, number(png, at))});
    return chunks;
}

/// "IHDR acTL fcTL IDAT …", equal neighbours once.
QByteArray typesIn(const QList<Chunk> &chunks)
{
    QByteArrayList types;
    for (const Chunk &chunk : chunks)
        if (types.isEmpty() || types.constLast() != chunk.type)
            types.append(chunk.type);
    return types.join(' ');
}

QImage plain(const QColor &colour, QSize size = {20, 10})
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    return image;
}

SeenMoment seenAt(std::size_t step)
{
    SeenMoment seen;
    seen.document = weakCache();
    seen.moment = weakCache().timeline->end(step);
    seen.size = {600, 400};
    return seen;
}

QList<QByteArray> shapes(const char *letters)
{
    QList<QByteArray> list;
    for (const char letter : QByteArray(letters))
        list.append(QByteArray(1, letter));
    return list;
}

/// What is drawn on one sheet, in the order of the merged.
QByteArray sheetOf(const ShapeMerge &merge, std::size_t sheet)
{
    QByteArray drawn;
    for (const ShapeMerge::Shape &shape : merge.shapes())
        if (shape.shown[sheet])
            drawn += shape.text;
    return drawn;
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void png_hasAsManyPixelsAsAskedFor()
    {
        ExportOptions options = optionsFor(ExportFormat::Png);
        for (const int scale : {1, 2, 3}) {
            options.scale = scale;
            QCOMPARE(imageOf(exported(options)).size(), options.size * scale);
        }
    }

    void transparentPng_hasNoPaper()
    {
        ExportOptions options = optionsFor(ExportFormat::Png);
        QCOMPARE(imageOf(exported(options)).pixelColor(0, 0), lightTheme().canvas);
        options.ground = Ground::Transparent;
        const QImage image = imageOf(exported(options));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QVERIFY(image != plain(Qt::transparent, options.size));
    }

    void tooManyPixels_areRefused()
    {
        ExportOptions options = optionsFor(ExportFormat::Png, {20'000, 20'000});
        Exporter exporter(weakCache(), options);
        QCOMPARE(exporter.at(weakCache().timeline->last()), QByteArray());
        QCOMPARE(exporter.error(),
                 u"a picture of 20000 x 20000 pixels is too large: 250 million are the most"_qs);
    }

    void part_isWhatTheWindowShows()
    {
        ExportOptions options = optionsFor(ExportFormat::Png, {300, 200});
        const QImage whole = imageOf(exported(options));
        const SceneRect bounds = weakCache().plan->bounds();
        options.part = {bounds.x, bounds.y, 150, 100}; // of an empty corner or a heading: twice as large
        QVERIFY(imageOf(exported(options)) != whole);
        options.part = {bounds.x - 1000, bounds.y, 150, 100};
        QCOMPARE(imageOf(exported(options)).convertToFormat(QImage::Format_ARGB32),
                 plain(lightTheme().canvas, options.size));
    }

    void selection_isExportedAsSeen()
    {
        ExportOptions options = optionsFor(ExportFormat::Png);
        const QByteArray without = exported(options);
        options.marks.selected = Target::of(ObjectId{1});
        QVERIFY(exported(options) != without);
    }

    void arrangement_isExportedAsSeen()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        const QByteArray planned = exported(options);
        options.arrange = [](Picture picture) {
            picture.cards.clear();
            return picture;
        };
        QVERIFY(factsOf(exported(options)).texts.size() < factsOf(planned).texts.size());
    }

    void svg_saysItsSentenceAndLegend()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg, {1280, 800});
        QVERIFY(!factsOf(exported(options)).texts.contains(u"strong: holds it"_qs));
        options.legend = true;
        options.captioned = true;
        const SvgFacts facts = factsOf(exported(options));
        QCOMPARE(facts.error, QString());
        QVERIFY(facts.texts.contains(u"strong: holds it"_qs));
        QVERIFY2(facts.texts.contains(u"A hit: the cache hands out Date#1 again. Now a and b hold it."_qs),
                 qPrintable(facts.texts.join(u'\n')));
        QVERIFY(exported(options).contains("<desc id=\"description\">A hit:"));
    }

    void longSentence_isWrappedIntoTwoLines()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg, {400, 400});
        options.captioned = true;
        const QStringList texts = factsOf(exported(options)).texts;
        QVERIFY2(texts.contains(u"A hit: the cache hands out Date#1 again."_qs),
                 qPrintable(texts.join(u'\n')));
        QVERIFY(texts.contains(u"Now a and b hold it."_qs));
    }

    void transparentSvg_hasNoPaper()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        QVERIFY(exported(options).contains("<rect width=\"100%\""));
        options.ground = Ground::Transparent;
        QVERIFY(!exported(options).contains("<rect width=\"100%\""));
    }

    void pdf_isOneDocumentOfPages()
    {
        Exporter exporter(weakCache(), optionsFor(ExportFormat::Pdf));
        const QByteArray pdf = exporter.together(allSteps());
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QCOMPARE(pdf.count("/Type /Page\n"), qsizetype(allSteps().count()));
        QVERIFY(pdf.contains("/Font")); // text is text
        QVERIFY(!pdf.contains("/Subtype /Image"));
        QVERIFY(pdf.contains("/MediaBox [0 0 480")); // 640 pixels at 96 to the inch, in points
    }

    void animatedSvg_stagesWhatChanges()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        options.animated = true;
        const QByteArray svg = Exporter(weakCache(), options).together(allSteps());
        QCOMPARE(factsOf(svg).error, QString());
        QVERIFY(svg.contains("@keyframes s0"));
        QVERIFY(svg.contains("prefers-reduced-motion"));
        // What each step shows is in it, and what steps share is there once.
        const QStringList all = factsOf(svg).texts;
        for (std::size_t step = 0; step < allSteps().count(); ++step)
            for (const QString &text : factsOf(exported(optionsFor(ExportFormat::Svg), step)).texts)
                QVERIFY2(all.contains(text), qPrintable(text));
        QCOMPARE(all.count(u"Module names"_qs), 1);
    }

    void animatedSvg_endsOnTheLastStepWhereNothingMoves()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        const QStringList last = factsOf(exported(options, allSteps().end - 1)).texts;
        options.animated = true;
        const QByteArray svg = Exporter(weakCache(), options).together(allSteps());
        QSet<QByteArray> hidden; // by class, at rest
        static const QRegularExpression rule(u"\\.(s\\d+)\\{opacity:0;"_qs);
        for (const auto &match : rule.globalMatch(QString::fromUtf8(svg)))
            hidden.insert(match.captured(1).toUtf8());
        QStringList seen;
        QByteArrayList groups;
        for (const QByteArray &line : svg.split('\n')) {
            if (line.startsWith("<g"))
                groups.append(line.startsWith("<g class") ? line.split('"').value(1) : QByteArray());
            else if (line.startsWith("</g"))
                groups.removeLast();
            else if (line.startsWith("<text") && !hidden.contains(groups.constLast()))
                seen << factsOf(line).texts;
        }
        QCOMPARE(seen, last);
    }

    void animatedPng_isAValidFileOfFrames()
    {
        ExportOptions options = optionsFor(ExportFormat::Png, {320, 200});
        options.animated = true;
        const QByteArray png = Exporter(weakCache(), options).together(allSteps());
        QCOMPARE(imageOf(png).size(), options.size); // who knows no animation sees the first frame
        const QList<Chunk> chunks = chunksIn(png);
        QVERIFY(typesIn(chunks).startsWith("IHDR acTL fcTL IDAT fcTL fdAT"));
        QCOMPARE(chunks.constLast().type, QByteArray("IEND"));
        quint32 sequence = 0;
        quint32 frames = 0;
        int lastedMs = 0;
        for (const Chunk &chunk : chunks) {
            if (chunk.type == "fcTL" || chunk.type == "fdAT")
                QCOMPARE(number(chunk.data, 0), sequence++);
            if (chunk.type != "fcTL")
                continue;
            ++frames;
            lastedMs += qFromBigEndian<quint16>(chunk.data.constData() + 20);
            QVERIFY(number(chunk.data, 4) + number(chunk.data, 12) <= 320);
            QVERIFY(number(chunk.data, 8) + number(chunk.data, 16) <= 200);
        }
        QCOMPARE(number(chunks[1].data, 0), frames);
        QVERIFY(frames > allSteps().count());
        QCOMPARE(lastedMs, int(allSteps().count()) * 2000);
    }

    void frames_keepOnlyWhatDiffers()
    {
        AnimatedPng animation;
        QImage second = plain(Qt::white);
        second.setPixelColor(7, 3, Qt::red);
        second.setPixelColor(9, 4, Qt::red);
        animation.add(plain(Qt::white), 100);
        animation.add(plain(Qt::white), 50); // the same for longer
        animation.add(second, 30);
        QCOMPARE(animation.frameCount(), std::size_t(2));
        const QList<Chunk> chunks = chunksIn(animation.take());
        QCOMPARE(typesIn(chunks), QByteArray("IHDR acTL fcTL IDAT fcTL fdAT IEND"));
        const QByteArray place = chunks[4].data;
        QCOMPARE(number(place, 4), 3U);
        QCOMPARE(number(place, 8), 2U);
        QCOMPARE(number(place, 12), 7U);
        QCOMPARE(number(place, 16), 3U);
        QCOMPARE(qFromBigEndian<quint16>(chunks[2].data.constData() + 20), quint16(150));
    }

    void animation_withoutFramesIsNoFile() { QCOMPARE(AnimatedPng().take(), QByteArray()); }

    void tooLongAnAnimation_isRefused()
    {
        ExportOptions options = optionsFor(ExportFormat::Svg);
        options.animated = true;
        Exporter exporter(weakCache(), options);
        QCOMPARE(exporter.together({0, 1001}), QByteArray());
        QCOMPARE(exporter.error(), u"an animation has at most 1000 steps, this would have 1001"_qs);
    }

    void mergedShapes_keepEachSheetsOrder()
    {
        ShapeMerge merge;
        const QByteArrayList sheets{"abcdef", "abxdef", "axbydf", "", "fedcba", "aabbcc"};
        for (const QByteArray &sheet : sheets)
            merge.add(shapes(sheet));
        for (qsizetype i = 0; i < sheets.size(); ++i)
            QCOMPARE(sheetOf(merge, std::size_t(i)), sheets[i]);
    }

    void sharedShapes_areThereOnce()
    {
        ShapeMerge merge;
        merge.add(shapes("abcdef"));
        merge.add(shapes("abxdef"));
        QCOMPARE(merge.shapes().size(), std::size_t(7));
    }

    void job_writesAWholeFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.svg"_qs);
        ExportJob job;
        QSignalSpy done(&job, &ExportJob::done);
        QSignalSpy progressed(&job, &ExportJob::progressed);
        ExportOptions options = optionsFor(ExportFormat::Svg);
        options.animated = true;
        job.start({weakCache(), options, {}, allSteps(), path});
        QVERIFY(done.wait());
        QCOMPARE(done.at(0).at(0).toString(), QString());
        QCOMPARE(contentOf(path), Exporter(weakCache(), options).together(allSteps()));
        QCOMPARE(std::size_t(progressed.size()), allSteps().count());
        QVERIFY(!job.isRunning());
    }

    void cancelledJob_writesNothing()
    {
        QTemporaryDir folder;
        ExportJob job;
        QSignalSpy done(&job, &ExportJob::done);
        ExportOptions options = optionsFor(ExportFormat::Png, {1600, 1000});
        options.animated = true;
        job.start({weakCache(), options, {}, allSteps(), folder.filePath(u"a.png"_qs)});
        job.cancel();
        QCoreApplication::processEvents();
        QVERIFY(done.isEmpty());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void failedJob_saysWhy()
    {
        ExportJob job;
        QSignalSpy done(&job, &ExportJob::done);
        job.start({weakCache(), optionsFor(ExportFormat::Svg), {}, {}, u"/nowhere/a.svg"_qs});
        QVERIFY(done.wait());
        QVERIFY(done.at(0).at(0).toString().startsWith(u"/nowhere/a.svg: error: "));
    }

    void copy_isAnImageAndSvg()
    {
        const SeenMoment seen = seenAt(5);
        copyPicture(seen, optionsAsSeen(seen));
        const QMimeData *const data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data);
        QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), seen.size * 2);
        QVERIFY(factsOf(data->data(u"image/svg+xml"_qs)).texts.contains(u"Date#1"_qs));
    }

    void print_isOnePage()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"print.pdf"_qs);
        {
            QPrinter printer;
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            printPicture(seenAt(5), printer);
        }
        const QByteArray pdf = contentOf(path);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }
};

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
