#include "canvas/svgdocument.h"

namespace tetherscope {

namespace {

QByteArray opening(const SvgHead &head)
{
    const QByteArray width = QByteArray::number(head.size.width());
    const QByteArray height = QByteArray::number(head.size.height());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
           width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height +
           "\" role=\"img\" aria-labelledby=\"title description\">\n";
}

QByteArray groupOf(const SvgLayer &layer)
{
    return "<g transform=\"translate(" + svgNumber(layer.view.dx()) + ' ' + svgNumber(layer.view.dy()) +
           ") scale(" + QByteArray::number(layer.view.m11(), 'f', 4) + ")\">\n" + layer.shapes + "</g>\n";
}

bool hasPlace(QChar character)
{
    const bool control = character < u' ' && character != u'\t';
    return !control && character != QChar(0xFFFE) && character != QChar(0xFFFF);
}

} // namespace

QByteArray svgNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2); // knows no locale
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray svgText(const QString &text)
{
    QString clean = text;
    for (QChar &character : clean)
        if (!hasPlace(character))
            character = QChar(0xFFFD);
    return clean.toHtmlEscaped().toUtf8();
}

QByteArray svgDocument(const SvgHead &head, const std::vector<SvgLayer> &layers)
{
    QByteArray svg = opening(head) + "<title id=\"title\">" + svgText(head.title) +
                     "</title>\n<desc id=\"description\">" + svgText(head.description) + "</desc>\n";
    if (!head.style.isEmpty())
        svg += "<style>\n" + head.style + "</style>\n";
    if (head.paper.isValid())
        svg += "<rect width=\"100%\" height=\"100%\" fill=\"" + head.paper.name().toUtf8() + "\"/>\n";
    for (const SvgLayer &layer : layers)
        svg += groupOf(layer);
    return svg + "</svg>\n";
}

} // namespace tetherscope
