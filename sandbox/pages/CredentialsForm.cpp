// SPDX-License-Identifier: Apache-2.0
#include "pages/CredentialsForm.h"

#include <QJsonArray>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// So that a bank's field can't be mistaken for one of the page's own.
static QString inputName(const QString &field)
{
    return u"field-"_s + field;
}

static QString select(const QString &name, const QJsonArray &options)
{
    QString html = u"<select name=\"%1\">"_s.arg(name);
    for (const auto &item : options) {
        const QJsonObject option = item.toObject();
        html += u"<option value=\"%1\"%2>%3</option>"_s.arg(
            option.value("option_value"_L1).toString().toHtmlEscaped(),
            option.value("selected"_L1).toBool() ? u" selected"_s : QString(),
            option.value("localized_name"_L1).toString().toHtmlEscaped());
    }
    return html + u"</select>"_s;
}

QString credentialInputs(const Bank &bank)
{
    QString html;
    for (const auto &item : bank.provider.value("required_fields"_L1).toArray()) {
        const QJsonObject field = item.toObject();
        const QString nature = field.value("nature"_L1).toString();
        const QString name = inputName(field.value("name"_L1).toString()).toHtmlEscaped();
        const QString input = nature == "select"_L1
                                  ? select(name, field.value("field_options"_L1).toArray())
                                  : u"<input name=\"%1\" type=\"%2\" autocomplete=\"off\"%3>"_s.arg(
                                        name, nature == "password"_L1 ? u"password"_s : u"text"_s,
                                        field.value("optional"_L1).toBool() ? QString() : u" required"_s);
        html += u"<label>%1 %2</label>"_s.arg(field.value("localized_name"_L1).toString().toHtmlEscaped(), input);
    }
    return html;
}

QJsonObject typedCredentials(const QMap<QString, QString> &form, const Bank &bank)
{
    QJsonObject credentials;
    for (const Bank::Field &field : bank.requiredFields) {
        const QString typed = form.value(inputName(field.name));
        if (!field.optional || !typed.isEmpty()) {
            credentials.insert(field.name, typed);
        }
    }
    return credentials;
}

} // namespace saltdesk::sandbox
