## Logging in

login-region = 🔑 Where is your Smart account from?
login-group = Logging in is private. Open our private chat and I take you through it.
login-email = 🔑 { $region }. Send me the e-mail address of your Smart account. I delete the message at once.
login-email-bad = That does not look like an e-mail address. Send it again, or /cancel. I deleted your message.
login-password = Thank you, deleted. Now the password, please. It is used once, not kept, and I delete the message at once.
login-wrong = 🔑 Smart's cloud did not accept that e-mail address and password. I deleted your message. Try again, beginning with the e-mail address, or /cancel.
login-limited = 🔑 Smart's cloud wants a pause before the next log-in. Try again at { $at }. I deleted your message.
login-failed = 🔑 The log-in did not work. { $reason } I deleted your message.
login-done = ✅ <b>Logged in.</b> I deleted your message. { $count ->
    [0] There is no car in this account.
    [one] Your car:
   *[other] Your cars:
 }
login-car = • { $car }
login-car-shared = • { $car } (shared with you)
login-next = Ask me "is it locked?" or press a button.
logout-done = 👋 Logged out. The session is gone, here and at Smart's cloud.
logout-none = You are not logged in here.
