// The two sides as the interface kit knows them. The kit imports nothing of ours, so it says the word itself;
// it is the same string that the plan and the relay use.

export type Side = 'buyer' | 'seller'
