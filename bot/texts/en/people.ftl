## Cars and people

cars-title = <b>Your cars</b>
cars-selected = ✅ We talk about { $car } now.
invite-made = 🔗 This link brings { $name } to { $car }, as { $role ->
    [owner] owner
    [driver] driver
    [young_driver] young driver
   *[guest] guest
 }. It works once, until { $until }:
    { $link }
invite-made-token = 🔗 { $name } sends me this once, until { $until }:
    <code>/start { $token }</code>
invite-taken = ✅ Welcome { $name }. You can use { $car } now, as { $role ->
    [owner] an owner
    [driver] a driver
    [young_driver] a young driver
   *[guest] a guest
 }.
invite-refused = This link is not valid any more. Ask for a new one.
invite-someone = the person you send it to
remove-done = { $name } can no longer use { $car }.
remove-unknown = I know nobody of that name at { $car }. The people are: { $names }.
remove-who = Whom shall I remove? The people are: { $names }.
remove-self = You cannot remove yourself; /logout ends the session.
