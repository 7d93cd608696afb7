## Verleihen auf Smarts Plattform

button-lend = 📲 Auch in Smarts App
button-adopt = Hier übernehmen
sharing-taken = 📅 <b>Die Zeit ist vergeben.</b> { $car } ist dann gebucht, deshalb habe ich { $name } nicht zugesagt. Storniere zuerst die Buchung oder lehne ab.
lending-whose-account = 📲 Welche E-Mail-Adresse hat das Smart-Konto dieser Person? Ich lösche deine Nachricht sofort und bewahre die Adresse verschlüsselt auf.
lending-done = ✅ <b>Eingeladen.</b> Smarts App verleiht { $car } für diese Zeit, sobald die Einladung dort angenommen ist. Ich halte beides im Gleichschritt.
lending-not-eligible = 📲 Smarts Plattform nimmt dieses Konto nicht ({ $reason }). Die Buchung bleibt, wie sie ist.
lending-unclear = 📲 Smarts Plattform hat nicht klar geantwortet. Sieh bitte in Smarts App nach; die Buchung hier bleibt, wie sie ist.
lending-taken = 📅 Die Zeit ist hier vergeben. Storniere zuerst die andere Buchung.
lending-adopted = ✅ <b>Übernommen:</b> { $when }.
booking-news-lending-refused = 📲 <b>Smarts Plattform ist nicht gefolgt:</b> { $name }, { $car }, { $when }. Sieh bitte in Smarts App nach.
booking-news-lending-ended_there = 📲 <b>In Smarts App ist das zu Ende:</b> { $name }, { $car }, { $when }. Hier ist es noch gebucht.
booking-news-lending-other_times = 📲 <b>Smarts App sagt eine andere Zeit:</b> { $proposed } statt { $when } für { $name }.
booking-news-lending-only_there = 📲 <b>Jemand nutzt { $car } über Smarts App:</b> { $acceptor }, { $proposed }. Hier ist das nicht gebucht.
