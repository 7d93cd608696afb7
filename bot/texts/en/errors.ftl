## When something goes wrong

error-unavailable = ☁️ Smart's cloud does not answer right now. It is the cloud, not your car. Try again in a few minutes.
error-rate-limit = ☁️ Smart's cloud asks for a pause. I try again by myself in a while.
error-rate-limit-until = ☁️ Smart's cloud asks for a pause until { $at }. Ask me again then.
error-evicted = 🔑 Another app took the session of this account. I step back for a while; ask me again in a minute.
error-authentication = 🔑 Smart's cloud no longer accepts my session. Please log in again with /login.
error-not-linked = This car is no longer in the Smart account. Share it with the account again, then log in anew with /login.
error-rejected = Smart's cloud or the car refused. Nothing was changed; look at the car's state and try again in a moment.
error-busy = The car is still busy with the command before. Nothing was done; try again in a moment.
error-unsupported = This car cannot do that. /help shows what I can do.
error-argument = That value is not possible. Try another one.
error-argument-limits = That is possible from { $minimum } to { $maximum } in steps of { $step }.
error-unexpected = Smart's cloud answered something I do not know. I have noted it; try again later.
error-other = Something went wrong on my side. I have noted it; try again in a moment.
