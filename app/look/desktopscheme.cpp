#include "look/desktopscheme.h"

#include <QColor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>

#include <optional>

namespace tetherscope {

namespace {

constexpr int portalTimeoutMs = 200;
constexpr uint portalPrefersDark = 1; // 0: no preference, 2: light

/// Connecting to a bus that is not there may start one: look first.
bool sessionBusIsThere()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtimeDir.isEmpty() && QFileInfo::exists(runtimeDir + QStringLiteral("/bus"));
}

/// The portal wraps its answer in a variant inside the variant.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

std::optional<bool> portalScheme()
{
    if (QGuiApplication::platformName() == QLatin1String("offscreen") || !sessionBusIsThere())
        return std::nullopt;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    call.setAutoStartService(false);
    call << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    const QDBusMessage reply = QDBusConnection::sessionBus().call(call, QDBus::Block, portalTimeoutMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return std::nullopt;
    return unwrapped(reply.arguments().constFirst()).toUInt() == portalPrefersDark;
}

} // namespace

bool systemPrefersDark()
{
    const QPalette palette = QGuiApplication::palette();
    const bool paletteIsDark =
        palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
    return portalScheme().value_or(paletteIsDark);
}

} // namespace tetherscope
