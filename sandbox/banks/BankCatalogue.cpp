// SPDX-License-Identifier: Apache-2.0
#include "banks/BankCatalogue.h"

#include "banks/BankFamily.h"
#include "banks/BankReader.h"

#include <QDir>
#include <QFile>
#include <algorithm>

static void initialiseResources()
{
    // A static library's resources are left out by the linker unless somebody asks for them; the macro wants no
    // namespace.
    Q_INIT_RESOURCE(saltdesk_sandbox_banks);
}

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QMap<QString, Bank> readBuiltIn()
{
    initialiseResources();
    QMap<QString, Bank> banks;
    const QDir folder(u":/sandbox/banks"_s);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const QByteArray &json : withFamily(content)) {
            const auto bank = readBank(json);
            if (!bank) {
                qFatal("%s: %s", qPrintable(name), qPrintable(bank.error()));
            }
            banks.insert(bank->code, *bank);
        }
    }
    return banks;
}

BankCatalogue BankCatalogue::builtIn()
{
    // Read once: they cannot change, and a test may start hundreds of sandboxes.
    static const QMap<QString, Bank> banks = readBuiltIn();
    return BankCatalogue(banks);
}

const Bank *BankCatalogue::find(const QString &code) const
{
    const auto found = m_banks.constFind(code);
    return found == m_banks.constEnd() ? nullptr : &found.value();
}

bool BankCatalogue::knowsCountry(const QString &code) const
{
    return std::any_of(m_banks.begin(), m_banks.end(), [&](const Bank &bank) { return bank.countryCode == code; });
}

} // namespace saltdesk::sandbox
